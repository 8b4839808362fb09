const path = require('path')
const { format } = require('util')

const sep = path.sep

module.exports = {
  sep,
  format
}
