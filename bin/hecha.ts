#!/usr/bin/env node
import { processIo } from '../src/cli/io.js';
import { run } from '../src/cli/main.js';

process.exitCode = await run(process.argv.slice(2), processIo());
