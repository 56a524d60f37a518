#!/usr/bin/env bash
# Builds the desk's third-party scripts at the pinned versions into the package. Needs Node and npm.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out="$here/../src/banggiao/web/static/vendor"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$here/package.json" "$here/echarts.js" "$work"
cd "$work"
npm install --silent --no-audit --no-fund --no-package-lock
mkdir -p "$out"
npx esbuild echarts.js --bundle --minify --format=iife --global-name=echarts --legal-comments=none \
    --log-level=warning --outfile="$out/echarts.min.js"
cp node_modules/htmx.org/dist/htmx.min.js "$out/htmx.min.js"
cp node_modules/htmx.org/LICENSE "$out/htmx.LICENSE.txt"
{
    cat node_modules/echarts/NOTICE node_modules/echarts/LICENSE
    for part in zrender/LICENSE tslib/LICENSE.txt; do printf '\n\n==== %s ====\n\n' "$part"; cat "node_modules/$part"; done
    printf '\n\n==== d3 (parts within ECharts) ====\n\n'; cat node_modules/echarts/licenses/LICENSE-d3
} >"$out/echarts.LICENSE.txt"
