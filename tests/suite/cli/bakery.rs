//! A small ladder.

use tempfile::TempDir;

use crate::support::program::folder;

pub(crate) fn bakery() -> TempDir {
    folder(&[("index.md", INDEX), ("apprentice.md", APPRENTICE), ("baker.md", BAKER)])
}

const INDEX: &str = "\
# Bakery Ladder

From the first loaf to the whole shop.

- [Apprentice](apprentice.md)
- [Baker](baker.md)
";

const APPRENTICE: &str = "\
---
order: 1
label: Apprentice
level: B1
shift: [early, late]
---

# Apprentice Baker

Learns the craft at the side of a Baker.

## Dough

- **Mixing**: two doughs a day
- Weighs flour to the gram
  - rye as well

**Ovens**

1. Watches one oven
2. Calls a Baker when a loaf burns

## Tools

- [ ] Owns a *scraper*
- [x] Knows the `mixer`

> A quiet hand is a good hand.

```text
flour, water, salt
```
";

const BAKER: &str = "\
---
order: 2
label: Baker
level: B2
---

# Baker

Keeps the shop in bread.

## Dough

- **Mixing**: six doughs a day
- Weighs flour to the gram
- Plans the starter for the week

**Ovens**

1. Watches three ovens

## Baker and Head Baker

| Topic | Baker | Head Baker |
| --- | --- | --- |
| Shifts | 5 a week | 4 a week |
| Team | none | 3-6 bakers |
";
