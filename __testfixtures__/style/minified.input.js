"use strict";var p=require("path"),u=require("util");exports.a=1,exports.b=function(n){return n+exports.a},exports.c=p.sep+u.format("%s",1);
