// Before each file of browser tests: a browser that has kept nothing. What one file leaves behind, such as keys that are
// switched off, would else be there for whichever comes next.
localStorage.clear();
sessionStorage.clear();
