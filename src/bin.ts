#!/usr/bin/env node
import { start } from './cli.ts';

await start();
