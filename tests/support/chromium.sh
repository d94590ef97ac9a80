# SPDX-License-Identifier: MIT
# For scripts whose tests run in Chromium: skips them where something is not installed. Modules of
# npm are looked for where `make deps-page` puts them, in the folder npm of $build.
export NODE_PATH=$PWD/build/npm/node_modules
export CHROMIUM=$(command -v chromium)
[ -n "$CHROMIUM" ] || { echo "Chromium is not installed"; exit 77; }
command -v node >/dev/null || { echo "Node.js is not installed"; exit 77; }
for module in playwright-core ${modules-}; do
    [ -d "$NODE_PATH/$module" ] || { echo "$module is not installed: make deps-page"; exit 77; }
done
