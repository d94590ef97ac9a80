# SPDX-License-Identifier: MIT
# make          the program and the library, under build/
# make demo     installs what the build needs and builds the example story's timeline
# make check    installs what the tests need and runs them all
# docs/HACKING.md explains the rest.

VERSION := $(shell sed -n 's/^.define DATELINE_VERSION "\(.*\)"/\1/p' include/dateline.h)
SOVERSION := 0

PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
LIBDIR ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
MANDIR ?= $(PREFIX)/share/man
INSTALL ?= install

BUILD ?= build
CFLAGS ?= -O2 -g
WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes
LIBRARIES := libical libcjson libgvc libcgraph uuid zlib libutf8proc
LIBRARY_CFLAGS := $(shell pkg-config --cflags $(LIBRARIES) 2>/dev/null)
LIBRARY_LIBS := $(shell pkg-config --libs $(LIBRARIES) 2>/dev/null)
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -pthread -fPIC -fvisibility=hidden $(WARNINGS) \
	-Iinclude -Isrc -I$(BUILD)/generated $(LIBRARY_CFLAGS) $(CPPFLAGS) $(CFLAGS)

STEPS := base read lang time event timeline write
SOURCES := $(foreach step,$(STEPS),$(wildcard src/$(step)/*.c)) $(wildcard src/*.c)
SCANNERS := $(foreach step,$(STEPS),$(wildcard src/$(step)/*.re src/$(step)/*/*.re))
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/%.o) $(SCANNERS:src/%.re=$(BUILD)/generated/%.o)
PROGRAM_OBJECTS := $(patsubst src/%.c,$(BUILD)/%.o,$(wildcard src/cli/*.c))

all: $(BUILD)/dateline $(BUILD)/libdateline.so

$(BUILD)/dateline: $(PROGRAM_OBJECTS) $(BUILD)/libdateline.a
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARY_LIBS) -lm

# One object whose hidden symbols are local, so that a static library hides what a shared one does.
$(BUILD)/libdateline.a: $(OBJECTS)
	$(LD) -r -o $(BUILD)/libdateline.o $^
	objcopy --localize-hidden $(BUILD)/libdateline.o
	rm -f $@
	$(AR) rcs $@ $(BUILD)/libdateline.o

$(BUILD)/libdateline.so: $(OBJECTS)
	$(CC) -shared -pthread -Wl,-soname,libdateline.so.$(SOVERSION) $(LDFLAGS) -o $@ $^ \
		$(LIBRARY_LIBS) -lm

$(BUILD)/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# A scanner of thousands of states is compiled fastest, and runs fastest, without inlining frenzy.
$(BUILD)/generated/%.o: $(BUILD)/generated/%.c
	$(CC) $(ALL_CFLAGS) -O1 -MMD -MP -c -o $@ $<

$(BUILD)/generated/%.c: src/%.re
	@mkdir -p $(@D)
	re2c -W -i --no-generation-date -I src -o $@ $<

clean:
	rm -rf $(BUILD)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)

.PHONY: all clean
.SECONDARY:
