/** The band beside a text, and the marks of what was not understood in it; they are told apart without color. */
export const ACCOUNT = `
.banded { padding-left: .6rem }
.banded .paragraph { position: relative; padding-left: .85rem }
.bands { position: absolute; left: 0; top: 0; bottom: 0; width: .5rem; display: flex; flex-direction: column }
.band { flex: 1 1 0; min-height: 3px; width: .5rem; border-left: 0 solid var(--faint) }
.band.known { border-left-width: 1px }
.band.notice { border-left: 3px dotted var(--faint) }
.band.harmless { border-left: 3px double var(--good) }
.band.clause { border-left: .4rem solid var(--bad) }
.band.open { background: repeating-linear-gradient(-45deg, var(--open) 0 2px, transparent 2px 5px);
  outline: 1px solid var(--open); outline-offset: -1px }
dl.legend dt { font-weight: 600 } dl.legend dd { margin: 0; display: flex; gap: .4rem }
dl.legend .band { flex: none; height: 1.3em; align-self: center }
.legend + dl.legend { margin-top: -.25rem }
.unread, .possible { --tone: var(--open) } .identity .open { color: var(--open); font-weight: 600 }
mark:is(.unread, .possible) { padding: .05em 0; background-color: color-mix(in srgb, var(--open) 7%, transparent);
  text-decoration: underline .17em dotted var(--open); text-underline-offset: .22em; text-decoration-skip-ink: none }
mark.possible { text-decoration-style: dashed }
mark:is(.is-unread, .is-possible) { border-radius: 2px; background-image: repeating-linear-gradient(-45deg,
  color-mix(in srgb, var(--open) 18%, transparent) 0 2px, transparent 2px 6px) }
mark:is(.unread, .possible).current { background-color: color-mix(in srgb, var(--open) 32%, transparent) }
.chip:is(.unread, .possible) { border-style: dashed } .chip:is(.unread, .possible)::after { content: "?" }
.hide-unread mark.unread, .hide-possible mark.possible { background-color: transparent; text-decoration: none }
.hide-unread mark.is-unread, .hide-possible mark.is-possible { background-image: none }
.hide-unread :is(.chip.unread, li.unread), .hide-possible :is(.chip.possible, li.possible) { display: none }
@media print { .band, mark:is(.is-unread, .is-possible) { print-color-adjust: exact } }
`
