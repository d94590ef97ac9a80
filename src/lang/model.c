/* SPDX-License-Identifier: MIT */
#include "lang/model.h"

static model_head head_of(slice bytes) {
    model_head head = {0};
    if (bytes.length >= sizeof head)
        memcpy(&head, bytes.data, sizeof head);
    return head;
}

void model_seal(char *bytes, size_t length, const char kind[8], uint32_t version) {
    model_head head = {.version = version, .length = (uint32_t)length};
    memcpy(head.kind, kind, sizeof head.kind);
    head.checksum = slice_hash((slice){bytes + sizeof head, length - sizeof head});
    memcpy(bytes, &head, sizeof head);
}

bool model_check(slice bytes, const char kind[8], uint32_t version) {
    model_head head = head_of(bytes);
    return head.length == bytes.length && head.length && head.version == version &&
           memcmp(head.kind, kind, sizeof head.kind) == 0;
}

bool model_is_whole(slice bytes) {
    model_head head = head_of(bytes);
    return head.length == bytes.length && head.length &&
           head.checksum == slice_hash(slice_range(bytes, sizeof head, bytes.length));
}
