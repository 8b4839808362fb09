#!/usr/bin/env node
// nothing else
