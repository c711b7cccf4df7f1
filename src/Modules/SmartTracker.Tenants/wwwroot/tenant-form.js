// Proposes an address while the company's name is typed, until somebody types one. The server does the same where it is left empty.
"use strict";

const company = document.getElementById("SiteName");
const prefix = document.getElementById("UrlPrefix");
let own = prefix.value !== "";

prefix.addEventListener("input", () => { own = prefix.value !== ""; });
company.addEventListener("input", () => {
  if (own) return;
  prefix.value = company.value.toLowerCase()
    .replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue").replaceAll("ß", "ss")
    .normalize("NFD").replace(/\p{Mn}/gu, "").replace(/[^a-z0-9]+/g, "-").replace(/^-/, "").slice(0, 40).replace(/-$/, "");
});
