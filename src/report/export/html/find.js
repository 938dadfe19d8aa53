
"use strict";
// Shows what holds all the words typed, at the beginning of words, without regard to case and accents.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const form = document.querySelector("form");
const items = [...document.querySelectorAll("article, .sources > li")];
const texts = items.map((item) => " " + plain(item.textContent).replace(/[^\p{L}\p{N}]+/gu, " "));
form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => {
  const words = plain(form.querySelector("input").value).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  let found = 0;
  items.forEach((item, i) => {
    item.hidden = !words.every((word) => texts[i].includes(" " + word));
    found += !item.hidden;
  });
  document.body.classList.toggle("finding", words.length > 0);
  form.querySelector("output").textContent = words.length ? found + " of " + items.length : "";
});
