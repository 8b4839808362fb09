exports.f = function(a,b){return a+b};exports.g=function(){};
