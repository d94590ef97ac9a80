# SPDX-License-Identifier: MIT
# make            the program and the library, under build/
# make demo       installs what the build needs and builds the example story's timeline
# make check      installs what the tests need and runs them all
# make install    under PREFIX (/usr/local), below DESTDIR if given
# docs/HACKING.md explains the rest.

VERSION := $(shell sed -n 's/^.define DATELINE_VERSION "\(.*\)"/\1/p' include/dateline.h)
SOVERSION := 0

PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
LIBDIR ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
MANDIR ?= $(PREFIX)/share/man
BASHDIR ?= $(PREFIX)/share/bash-completion/completions
ZSHDIR ?= $(PREFIX)/share/zsh/site-functions
FISHDIR ?= $(PREFIX)/share/fish/vendor_completions.d
INSTALL ?= install

# WERROR=1 makes warnings errors. SANITIZE=address,undefined builds beside the ordinary build.
comma := ,
BUILD ?= build$(addprefix /,$(subst $(comma),-,$(SANITIZE)))
CFLAGS ?= -O2 -g
WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	$(if $(WERROR),-Werror)
ifdef SANITIZE
HARDENING := -fsanitize=$(SANITIZE) -fno-sanitize-recover=all -fno-omit-frame-pointer
else
# Asked of the compiler once, and only when the first command needs it. tests/hardening.sh looks at
# what comes of it.
hash := \#
accepted = $(foreach flag,$(1),$(shell echo '$(hash)include <stdio.h>' | $(CC) -Werror -O2 \
	-U_FORTIFY_SOURCE $(flag) -x c -c -o /dev/null - 2>/dev/null && echo $(flag)))
HARDENING ?= $(eval HARDENING := -U_FORTIFY_SOURCE \
	$$(or $$(call accepted,-D_FORTIFY_SOURCE=3),-D_FORTIFY_SOURCE=2) \
	$$(call accepted,-fstack-protector-strong -fstack-clash-protection -fcf-protection \
	-mbranch-protection=standard))$(HARDENING)
endif
# The same bytes in whatever folder it is built (tests/reproducible.sh).
ANYWHERE := -ffile-prefix-map=$(CURDIR)=.

# Asked of pkg-config once, and only when the first command needs it: `make deps` may come before.
LIBRARIES := libcjson uuid zlib libutf8proc md4c libxml-2.0 libmd
# Those that are loaded when they are first used (src/base/late_library.h).
LATE_LIBRARIES := libgvc libcgraph cairo libical
LIBRARY_CFLAGS = $(eval LIBRARY_CFLAGS := $$(shell pkg-config --cflags $(LIBRARIES) \
	$(LATE_LIBRARIES)))$(LIBRARY_CFLAGS)
LIBRARY_LIBS = $(eval LIBRARY_LIBS := $$(shell pkg-config --libs $(LIBRARIES)) -lstemmer -lm)$(LIBRARY_LIBS)
LATE_LIBS = $(eval LATE_LIBS := $$(shell pkg-config --libs $(LATE_LIBRARIES)))$(LATE_LIBS)
COMPILE = $(CC) -std=c11 -D_POSIX_C_SOURCE=200809L -pthread -fPIC -fvisibility=hidden \
	-ffp-contract=off $(ANYWHERE) $(WARNINGS) -Iinclude -Isrc -I$(BUILD)/generated \
	$(LIBRARY_CFLAGS) $(HARDENING) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c
LINK = $(CC) -pthread $(CFLAGS) $(HARDENING) -Wl,-z,relro,-z,now,-z,noexecstack $(LDFLAGS)

STEPS := base read lang time event timeline write
SOURCES := $(sort $(wildcard $(STEPS:%=src/%/*.c) src/*.c))
# A .re file that includes headers is a scanner; the others are included by scanners.
SCANNERS := $(shell grep -l '^\#include' $(wildcard src/*/*.re src/*/*/*.re))
WORD_LISTS := $(wildcard src/lang/*/words.txt)
# The words of a grammar of time, as a table.
VOCABULARIES := $(patsubst %/words.re,%/vocabulary.o,$(wildcard src/time/*/words.re))
# The names that news of the world has, as a table.
NAME_LISTS := $(patsubst %/name_words.txt,%/known_names.o,$(wildcard src/event/*/name_words.txt))
MODELS := $(wildcard src/*/*/*.model)
PAGE_FILES := $(wildcard src/write/page/*)
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/%.o) $(SCANNERS:src/%.re=$(BUILD)/generated/%.o) \
	$(WORD_LISTS:src/%.txt=$(BUILD)/generated/%.o) $(VOCABULARIES:src/%=$(BUILD)/generated/%) \
	$(NAME_LISTS:src/%=$(BUILD)/generated/%) \
	$(MODELS:src/%=$(BUILD)/generated/%.o) $(PAGE_FILES:src/%=$(BUILD)/generated/%.o)
PROGRAM_OBJECTS := $(patsubst src/%.c,$(BUILD)/%.o,$(wildcard src/cli/*.c))

TESTS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/*/test_*.c))
BENCHES := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/bench/bench_*.c))
FUZZ_DRIVERS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/fuzz/fuzz_*.c))
TEST_TOOLS := $(patsubst %_main.c,$(BUILD)/%,$(wildcard tests/support/*_main.c))
TEST_MAINS := $(addsuffix .o,$(TESTS) $(BENCHES) $(FUZZ_DRIVERS)) $(addsuffix _main.o,$(TEST_TOOLS))
PRELOADED := $(patsubst %.c,$(BUILD)/%.so,$(wildcard tests/preload/*.c))
TEST_SUPPORT := $(filter-out $(TEST_MAINS) $(PRELOADED:.so=.o),$(patsubst \
	%.c,$(BUILD)/%.o,$(wildcard tests/*/*.c)))
FUZZ_SECONDS ?= 60

all: $(BUILD)/dateline $(BUILD)/libdateline.so

$(BUILD)/dateline: $(PROGRAM_OBJECTS) $(BUILD)/libdateline.a
	$(LINK) -pie -o $@ $^ $(LIBRARY_LIBS)

# One object whose hidden symbols are local, so that a static library hides what a shared one does.
$(BUILD)/libdateline.a: $(OBJECTS)
	$(LD) -r -o $(BUILD)/libdateline.o $^
	objcopy --localize-hidden $(BUILD)/libdateline.o
	rm -f $@
	$(AR) rcsD $@ $(BUILD)/libdateline.o

$(BUILD)/libdateline.so: $(BUILD)/libdateline.so.$(SOVERSION)
	ln -sf $(<F) $@

$(BUILD)/libdateline.so.$(SOVERSION): $(OBJECTS)
	$(LINK) -shared -Wl,-soname,$(@F) -o $@ $^ $(LIBRARY_LIBS)

$(BUILD)/%.o: src/%.c
	@mkdir -p $(@D)
	$(COMPILE) -o $@ $<

# By what names the late libraries are loaded: those that the linker notes down. Of the program this
# object is no part.
LATE := $(BUILD)/generated/late_functions.so
$(LATE): $(BUILD)/write/late/late_functions.o
	@mkdir -p $(@D)
	$(LINK) -shared -o $@ $< $(LATE_LIBS)

$(BUILD)/generated/write/sonames.h: $(LATE)
	@mkdir -p $(@D)
	objdump -p $< | sed -n 's/^ *NEEDED *lib\([a-z]*\)\(\.so.*\)/#define SONAME_\1 "lib\1\2"/p' >$@

$(BUILD)/write/chart_functions.o $(BUILD)/write/ics_functions.o: $(BUILD)/generated/write/sonames.h

# Loops over numbers, which gain from all that a compiler can do.
$(BUILD)/lang/parser%.o $(BUILD)/lang/train/%.o: CFLAGS += -O3

# A scanner of thousands of states is compiled fastest, and runs fastest, without inlining frenzy;
# with sanitizers, an optimizer would take minutes over it.
$(BUILD)/generated/%.o: $(BUILD)/generated/%.c
	$(COMPILE) $(if $(SANITIZE),-O0,-O1) -o $@ $<

$(BUILD)/generated/%.c: src/%.re
	@mkdir -p $(@D)
	re2c -W -i --no-generation-date -I src --depfile $@.d -o $@ $<

$(BUILD)/generated/lang/%/words.c: src/lang/%/words.txt src/lang/words.awk src/base/slots.awk
	@mkdir -p $(@D)
	LC_ALL=C awk -f src/base/slots.awk -f src/lang/words.awk $< >$@

$(BUILD)/generated/event/%/known_names.c: src/event/known_names.awk src/base/slots.awk \
		src/event/%/places.txt src/event/%/organisations.txt src/event/%/name_words.txt
	@mkdir -p $(@D)
	LC_ALL=C awk -f src/base/slots.awk -f src/event/known_names.awk $(filter %.txt,$^) >$@

$(BUILD)/generated/time/%/vocabulary.c: src/time/vocabulary.awk src/time/grammar.h \
		src/time/%/words.re src/time/%/holidays.re
	@mkdir -p $(@D)
	LC_ALL=C awk -f $^ >$@

# A file becomes the symbols NAME_bytes and NAME_bytes_end (base/embedded.h).
EMBED = $(CC) $(HARDENING) -DEMBEDDED_FILE='"$<"' -c -o $@ src/base/embedded.S

$(BUILD)/generated/%.model.o: src/%.model src/base/embedded.S
	@mkdir -p $(@D)
	$(EMBED) -DEMBEDDED_NAME=$(*F)

# The models of events may stand elsewhere, to be measured.
EVENT_MODELS ?= src/event/en
$(BUILD)/generated/event/en/%.model.o: $(EVENT_MODELS)/%.model src/base/embedded.S
	@mkdir -p $(@D)
	$(EMBED) -DEMBEDDED_NAME=$(*F)

# The style sheet and the script of the page: page_css and page_js.
$(BUILD)/generated/write/page/page.%.o: src/write/page/page.% src/base/embedded.S
	@mkdir -p $(@D)
	$(EMBED) -DEMBEDDED_NAME=page_$*

# ---- Training ---------------------------------------------------------------------------------

# The models are kept in the tree; they are trained anew, to the same bytes, from treebanks that
# lie beside it.
TREEBANKS ?= ../shared/data/treebank
# JSON Lines of news, from which the parser learns what words are like.
NEWS ?= $(wildcard ../shared/data/timelines/*/*/articles.jsonl)
TRAINER_OBJECTS := $(patsubst src/%.c,$(BUILD)/%.o,$(wildcard src/lang/train/*.c))

model: $(BUILD)/train
	$(BUILD)/train tagger $(TREEBANKS) src/lang/en/tagger.model $(sort $(NEWS))
	$(BUILD)/train parser $(TREEBANKS) src/lang/en/parser.model $(sort $(NEWS))

$(BUILD)/train: $(TRAINER_OBJECTS) $(BUILD)/tests/objects.a
	$(LINK) -o $@ $^ $(LIBRARY_LIBS)

# The models of events learn from TimeML corpora, as JSON Lines, and from WordNet (wordnet-base);
# with LEARN=--held-back not from every third document, so that these can tell how well.
EVENT_CORPORA ?= $(wildcard ../shared/data/temporal/te3-*.jsonl)
WORDNET ?= /usr/share/wordnet
EVENT_TRAINER_OBJECTS := $(patsubst src/%.c,$(BUILD)/%.o,$(wildcard src/event/train/*.c))

event-models: $(BUILD)/train-events
	$(BUILD)/train-events eventive $(LEARN) $(EVENT_MODELS)/eventive.model $(EVENT_CORPORA)
	$(BUILD)/train-events dated-by $(LEARN) $(EVENT_MODELS)/dated_by.model $(EVENT_CORPORA)

sense-model: $(BUILD)/train-events
	$(BUILD)/train-events senses $(EVENT_MODELS)/senses.model $(WORDNET)

$(BUILD)/train-events: $(EVENT_TRAINER_OBJECTS) $(BUILD)/tests/objects.a
	$(LINK) -o $@ $^ $(LIBRARY_LIBS)

# The models of the timeline learn from timelines by hand; they may stand elsewhere, to be measured.
TIMELINE_TOPICS ?= $(sort $(wildcard ../shared/data/timelines/t17/* ../shared/data/timelines/entities/*))
TIMELINE_MODELS ?= src/timeline/model
TIMELINE_TRAINER_OBJECTS := $(patsubst src/%.c,$(BUILD)/%.o,$(wildcard src/timeline/train/*.c))
$(BUILD)/generated/timeline/model/%.model.o: $(TIMELINE_MODELS)/%.model src/base/embedded.S
	@mkdir -p $(@D)
	$(EMBED) -DEMBEDDED_NAME=$(*F)

timeline-models: $(BUILD)/train-timeline
	$(BUILD)/train-timeline $(TIMELINE_MODELS) $(TIMELINE_TOPICS)

$(BUILD)/train-timeline: $(TIMELINE_TRAINER_OBJECTS) $(BUILD)/tests/objects.a
	$(LINK) -o $@ $^ $(LIBRARY_LIBS)

# ---- Tests ----------------------------------------------------------------------------------

test: all $(TESTS) $(FUZZ_DRIVERS) $(TEST_TOOLS) $(PRELOADED)
	@tests/run.sh $(BUILD)

# The share of the lines of src/ that the tests run, file by file, the least covered first. Tests
# that let the disk be full fail here, since the counters cannot be written.
coverage: deps deps-check
	-$(MAKE) $(JOBS) BUILD=$(BUILD)/coverage CFLAGS="-O1 -g --coverage -DNO_SANDBOX" test
	tests/coverage/lines.sh $(BUILD)/coverage 90

update-expected: all
	tests/cli.sh $(BUILD) --update
	tests/goldens.sh $(BUILD) --update

# What each step costs, and whole commands beside grep and others; then how well they do.
bench: all $(BENCHES) $(BUILD)/tests/support/peak_memory
	@tests/bench/bench.sh $(BUILD)
	@tests/bench/judge.sh $(BUILD)
	@tests/bench/parse_score.sh $(BUILD) || [ $$? -eq 77 ]
	@tests/bench/event_score.sh $(BUILD) || [ $$? -eq 77 ]
	@tests/bench/scale.sh $(BUILD) || [ $$? -eq 77 ]

# Every command and format under valgrind; takes minutes.
memcheck: all
	@tests/bench/memcheck.sh $(BUILD)

# Every driver for FUZZ_SECONDS; what it learns is kept under build/fuzz/corpus.
fuzz:
	$(MAKE) CC=clang BUILD=$(BUILD)/fuzz SANITIZE=fuzzer-no-link,address,undefined \
		LDFLAGS=-fsanitize=fuzzer fuzz-drivers
	tests/fuzz/fuzz.sh $(BUILD)/fuzz $(FUZZ_SECONDS)

# The same with AFL++, whose compiler and fuzzer must be there. The trainers, which its compiler
# falls over (4.04), are left out.
fuzz-afl:
	$(MAKE) CC=afl-clang-fast BUILD=$(BUILD)/afl SANITIZE=address,undefined \
		LDFLAGS=-fsanitize=fuzzer TRAINER_OBJECTS= fuzz-drivers
	tests/fuzz/afl.sh $(BUILD)/afl $(FUZZ_SECONDS)

fuzz-drivers: $(FUZZ_DRIVERS)

# Some tests read with late libraries what was written with them.
$(TESTS) $(BENCHES) $(FUZZ_DRIVERS): %: %.o $(BUILD)/tests/objects.a
	$(LINK) -o $@ $^ $(LIBRARY_LIBS) $(LATE_LIBS)

$(PRELOADED): %.so: %.o
	$(LINK) -shared -o $@ $<

$(TEST_TOOLS): %: %_main.o $(BUILD)/tests/objects.a
	$(LINK) -o $@ $^ $(LIBRARY_LIBS) $(LATE_LIBS)

# The sandbox is the program's, not the library's.
$(BUILD)/tests/support/sandbox: $(BUILD)/cli/sandbox.o

# All that a test may need, private symbols too; the linker takes what it asks for. The main of
# the fuzz drivers is in it, for when libFuzzer brings none.
$(BUILD)/tests/objects.a: $(OBJECTS) $(TEST_SUPPORT) $(filter-out %_main.o,$(TRAINER_OBJECTS))
	rm -f $@
	$(AR) rcsD $@ $^

$(BUILD)/tests/%.o: tests/%.c
	@mkdir -p $(@D)
	$(COMPILE) -Itests -o $@ $<

# ---- Packages of Debian 12 and 13 -----------------------------------------------------------

BUILD_PACKAGES := gcc libc6-dev binutils make pkg-config re2c libical-dev libcjson-dev \
	libgraphviz-dev libcairo2-dev uuid-dev zlib1g-dev libutf8proc-dev libmd4c-dev libmd-dev \
	libstemmer-dev libxml2-dev fonts-dejavu-core fonts-liberation
# What a program needs that is linked with the static library.
LIBRARY_PACKAGES = $(filter-out libgraphviz-dev libcairo2-dev libical-dev,\
	$(filter lib%-dev uuid-dev zlib1g-dev,$(BUILD_PACKAGES)))
# liblzma-dev: libxml-2.0.pc names it for static links, but libxml2-dev does not bring it.
TEST_PACKAGES := calcurse fish khal liblzma-dev libxml2-utils mandoc jq poppler-utils python3 \
	python3-jsonschema python3-vobject radicale valgrind zsh
# Clients of calendars that are too much for every run of the tests.
CLIENT_PACKAGES = dbus evolution-data-server gir1.2-ecal-2.0 python3-gi $(NODE_PACKAGES)
CLIENT_MODULES := ical.js@2 node-ical@0
DEB_PACKAGES := debhelper dpkg-dev fakeroot git
NODE_PACKAGES = $(if $(shell command -v npm),,nodejs npm)
# What `make bench` counts instructions with, and what else finds dates in English.
BENCH_PACKAGES = python3-dateparser valgrind $(NODE_PACKAGES)
BENCH_MODULES := chrono-node@2
# For the tests that run in Chromium.
PAGE_PACKAGES = chromium $(NODE_PACKAGES)
PAGE_MODULES := playwright-core@1 @knight-lab/timelinejs@3
APT_GET := $(if $(filter-out 0,$(shell id -u)),sudo )env DEBIAN_FRONTEND=noninteractive apt-get -qq
# Lists that are missing or too old are fetched only once the packages are not to be had.
define install_packages
	@echo "packages: $(1)"
	@$(APT_GET) install --no-install-recommends -y $(1) >/dev/null 2>&1 </dev/null || \
		{ $(APT_GET) update && $(APT_GET) install --no-install-recommends -y $(1); } </dev/null
endef

deps:
	$(call install_packages,$(BUILD_PACKAGES))

deps-check:
	$(call install_packages,$(TEST_PACKAGES))

# Modules of npm are under build/npm; the tree keeps none.
NPM_INSTALL = npm install --silent --no-audit --no-fund --prefix $(BUILD)/npm

deps-page:
	$(call install_packages,$(PAGE_PACKAGES))
	$(NPM_INSTALL) $(PAGE_MODULES)

deps-clients: deps-check
	$(call install_packages,$(CLIENT_PACKAGES))
	$(NPM_INSTALL) $(CLIENT_MODULES)

deps-bench:
	$(call install_packages,$(BENCH_PACKAGES))
	$(NPM_INSTALL) $(BENCH_MODULES)

# ---- The two commands of the README ----------------------------------------------------------

DEMO := $(BUILD)/demo/ever-given
JOBS = $(if $(filter -j%,$(MAKEFLAGS)),,-j$(shell nproc))

demo: deps
	@$(MAKE) $(JOBS) all
	@mkdir -p $(dir $(DEMO))
	@$(BUILD)/dateline build timelines/ever-given/articles \
		$(foreach format,txt json ics svg png html,-o $(DEMO).$(format))
	@cat $(DEMO).txt
	@echo; ls $(DEMO).*

check: deps deps-check
	@$(MAKE) $(JOBS) test

check-page: deps deps-page
	@$(MAKE) $(JOBS) all
	tests/page.sh $(BUILD)
	tests/timelinejs.sh $(BUILD)

check-clients: deps deps-clients
	@$(MAKE) $(JOBS) all $(TEST_TOOLS)
	VERBOSE=1 tests/clients.sh $(BUILD)

# ---- Installation and the rest ---------------------------------------------------------------

install: all
	$(INSTALL) -d $(addprefix $(DESTDIR),$(BINDIR) $(LIBDIR)/pkgconfig $(INCLUDEDIR) \
		$(MANDIR)/man1 $(MANDIR)/man3 $(MANDIR)/man5 $(BASHDIR) $(ZSHDIR) $(FISHDIR))
	$(INSTALL) $(BUILD)/dateline $(DESTDIR)$(BINDIR)
	$(INSTALL) -m 644 include/dateline.h $(DESTDIR)$(INCLUDEDIR)
	$(INSTALL) -m 644 $(BUILD)/libdateline.a $(DESTDIR)$(LIBDIR)
	$(INSTALL) -m 644 $(BUILD)/libdateline.so.$(SOVERSION) $(DESTDIR)$(LIBDIR)
	ln -sf libdateline.so.$(SOVERSION) $(DESTDIR)$(LIBDIR)/libdateline.so
	$(INSTALL) -m 644 docs/dateline.1 $(DESTDIR)$(MANDIR)/man1
	$(INSTALL) -m 644 docs/libdateline.3 $(DESTDIR)$(MANDIR)/man3
	$(INSTALL) -m 644 docs/dateline-formats.5 $(DESTDIR)$(MANDIR)/man5
	$(INSTALL) -m 644 src/cli/completion/dateline.bash $(DESTDIR)$(BASHDIR)/dateline
	$(INSTALL) -m 644 src/cli/completion/_dateline $(DESTDIR)$(ZSHDIR)
	$(INSTALL) -m 644 src/cli/completion/dateline.fish $(DESTDIR)$(FISHDIR)
	sed -e 's|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|; s|@INCLUDEDIR@|$(INCLUDEDIR)|' \
		-e 's|@VERSION@|$(VERSION)|; s|@LIBRARIES@|$(LIBRARIES)|' src/dateline.pc.in \
		>$(DESTDIR)$(LIBDIR)/pkgconfig/dateline.pc

uninstall:
	rm -f $(addprefix $(DESTDIR),$(BINDIR)/dateline $(INCLUDEDIR)/dateline.h \
		$(addprefix $(LIBDIR)/,libdateline.a libdateline.so libdateline.so.$(SOVERSION) \
		pkgconfig/dateline.pc) $(MANDIR)/man1/dateline.1 $(MANDIR)/man3/libdateline.3 \
		$(MANDIR)/man5/dateline-formats.5 $(BASHDIR)/dateline $(ZSHDIR)/_dateline \
		$(FISHDIR)/dateline.fish)

FORMATTED := $(wildcard include/*.h src/*.[ch] src/*/*.[ch] src/*/*/*.[ch] tests/*/*.[ch])

format:
	clang-format -i $(FORMATTED)

lint:
	clang-format --dry-run -Werror $(FORMATTED)
	cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,performance,portability \
		--suppress=nullPointerRedundantCheck --inline-suppr -Iinclude -Isrc -Itests \
		$(shell pkg-config --cflags-only-I libcjson) src tests

dist:
	@mkdir -p $(BUILD)
	git archive --prefix=dateline-$(VERSION)/ -o $(BUILD)/dateline-$(VERSION).tar.gz HEAD

# Packages of Debian, of the tree as it is, in build/deb.
DEB := $(BUILD)/deb/dateline-$(VERSION)
empty :=
listed = $(subst $(empty) $(empty),$(comma) ,$(strip $(1)))

deb: deps
	$(call install_packages,$(DEB_PACKAGES))
	rm -rf $(BUILD)/deb
	mkdir -p $(DEB)
	git ls-files -z | tar --null -T - -c | tar -x -C $(DEB)
	sed 's/@BUILD_PACKAGES@/$(call listed,$(BUILD_PACKAGES))/; s/@LIBRARY_PACKAGES@/$(call \
		listed,$(LIBRARY_PACKAGES) liblzma-dev)/' \
		debian/control.in >$(DEB)/debian/control
	printf 'dateline (%s) unstable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- %s  %s\n' \
		$(VERSION) "$$(sed -n 's/^Maintainer: //p' $(DEB)/debian/control)" \
		"$$(git log -1 --format=%cD)" >$(DEB)/debian/changelog
	cd $(DEB) && dpkg-buildpackage -us -uc -b
	@ls $(BUILD)/deb/*.deb

clean:
	rm -rf $(BUILD)

-include $(BUILD)/write/late/late_functions.d
-include $(patsubst %.o,%.d,$(OBJECTS) $(PROGRAM_OBJECTS) $(TEST_MAINS) $(TEST_SUPPORT) \
	$(PRELOADED:.so=.o) $(TRAINER_OBJECTS) $(EVENT_TRAINER_OBJECTS) $(TIMELINE_TRAINER_OBJECTS))
-include $(SCANNERS:src/%.re=$(BUILD)/generated/%.c.d)

MAKEFLAGS += --no-print-directory
.PHONY: all bench check check-clients check-page clean coverage deb demo deps deps-bench deps-check \
	deps-clients deps-page dist event-models format fuzz fuzz-afl fuzz-drivers install lint memcheck model \
	sense-model test timeline-models uninstall update-expected
.SECONDARY:
.DELETE_ON_ERROR:
