import { posix as path } from 'path'

export const sep = path
  .sep
export function f () {}
export const g = 1
