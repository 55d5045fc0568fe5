// What scrolls sideways can be reached, and so scrolled, by keyboard.
"use strict";
addEventListener("load", () => {
  for (const one of document.querySelectorAll(".md-typeset :is(pre > code, .md-typeset__scrollwrap, .rules-table)")) {
    if (one.scrollWidth > one.clientWidth) one.tabIndex = 0;
  }
});
