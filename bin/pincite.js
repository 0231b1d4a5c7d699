#!/usr/bin/env node
// npx links to this file, not to what the build makes: a file made anew would not be executable.
import '../dist/bundle/src/cli/main.js';
