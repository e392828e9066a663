//! How people name a role: labels, titles, codes, abbreviations, prefixes.
