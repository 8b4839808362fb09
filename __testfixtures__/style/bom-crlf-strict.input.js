'use strict'

module.exports = function main () {}
