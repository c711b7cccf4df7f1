#!/bin/sh
# Fetches the packages of package-lock.json and copies what the themes serve into ../wwwroot/lib.
# With --check nothing is copied: exit 1 if a committed file differs from the package's.
set -eu
cd "$(dirname "$0")"
npm ci --ignore-scripts --no-audit --no-fund >&2

put() {
  if [ "${check:-}" ]; then
    cmp "node_modules/$1" "../wwwroot/lib/$2"
  else
    mkdir -p "../wwwroot/lib/$(dirname "$2")"
    cp "node_modules/$1" "../wwwroot/lib/$2"
    chmod 644 "../wwwroot/lib/$2"
  fi
}

if [ "${1:-}" = --check ]; then check=1; fi
font=@fontsource-variable/ibm-plex-sans
put htmx.org/dist/htmx.min.js htmx/htmx.min.js
put htmx.org/LICENSE htmx/LICENSE
put "$font/files/ibm-plex-sans-latin-wdth-normal.woff2" ibm-plex-sans/ibm-plex-sans-latin-wdth-normal.woff2
put "$font/files/ibm-plex-sans-latin-ext-wdth-normal.woff2" ibm-plex-sans/ibm-plex-sans-latin-ext-wdth-normal.woff2
put "$font/LICENSE" ibm-plex-sans/LICENSE
