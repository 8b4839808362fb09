import path from 'path'
import { format } from 'util'

const sep = path.sep

export default {
  sep,
  format
}
