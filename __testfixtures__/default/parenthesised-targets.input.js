exports = (((module).exports) = ({}));
(exports).a = 1;
