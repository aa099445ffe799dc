/** A license that does not exist, in our own words, for tests. */
export const LANTERN = `Lantern Source License
Version 1.2, May 2031

Copyright (c) <year> <name of keeper>

Anyone who receives a lantern under these terms is hereby granted the right, at no charge, to light, carry, repair,
copy and hand on the lantern, to sell it, and to build other lanterns from its parts, in every town and in every season.

1. Whoever hands a lantern on shall leave this text and the name of its first keeper attached to the handle.

2. Whoever changes how a lantern burns must say so in writing on its base, with the date of the change.

3. The name of <name of keeper> may not be used to praise lanterns that were changed by other hands.

The lantern comes as it stands. Its keeper gives no warranty that it burns bright, burns long, or burns at all, and is
not liable for damage that follows from carrying it, from dropping it, or from forgetting it on a wooden table.

How to apply these terms to your lantern

Write the following lines on a card and tie the card to the handle: "Lit under the Lantern Source License, which you
can read at the town hall. Ask the watchman for a copy if the town hall is closed."
`

/** Another, shorter one. */
export const KETTLE = `Kettle Terms

Permission is given to every guest of the house to boil water in this kettle, to pour it, and to share what was brewed,
provided that the guest fills the kettle again before leaving the kitchen and turns off the stove at night.

No promise is made that the kettle whistles in time, and nobody answers for spoiled tea, wet sleeves or a late breakfast.
`
