import p from "path";
import u from "util";

export let a;
export let b;
export let c;
a=1,b=function(n){return n+a},c=p.sep+u.format("%s",1);
