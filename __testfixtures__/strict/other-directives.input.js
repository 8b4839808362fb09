'use asm';
'use strict';
'use client';

exports.a = 1;
