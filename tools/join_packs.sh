#!/bin/sh
# Joins the parts of each pack into the one file that is loaded (temporary, while the parts are written side by side).
cd "$(dirname "$0")/../src/hearsay/packs/languages" || exit 1
for lang in en bn; do cat parts/$lang.*.toml > $lang.toml.tmp && mv $lang.toml.tmp $lang.toml; done
