#!/bin/sh
# Prints where Chromium or Chrome is, for the tests of the console. On Debian it is installed where the user may do that.
set -eu
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name"; then
        exit 0
    fi
done
if [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ]; then
    echo "Installing Debian's package chromium for the tests of the console ..." >&2
    apt-get update >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium fonts-dejavu-core >&2
    command -v chromium
    exit 0
fi
echo "The tests of the console need Chromium or Chrome on the PATH: install it (Debian, as root: apt-get install chromium)," \
    "or leave these tests out: -Dbrowser=none" >&2
exit 1
