import { LOOKS } from './looks.ts'

/** Of each look, whether its marks are shown. */
const hidden = (marks: (look: string) => string) =>
  LOOKS.map(look => `.read:has([value=${look}]:not(:checked)) ${marks(look)}`).join(',\n')

/** The license reader and the claim checker: a marked text, and notes beside it. Looks are told apart without color. */
export const READER = `
:root { --ban: var(--bad); --duty: var(--ask); --plea: var(--link); --grant: var(--good); --definition: var(--faint) }
.reader { min-height: 26rem }
.reader .status { min-height: 1.6em; margin: .5rem 0; max-width: none; color: var(--faint);
  font: .9375rem/1.6 var(--sans) }
.given { margin: 0 0 1rem; font: .9375rem/1.5 var(--sans) }
.given > label { display: block; margin-bottom: .3rem; font-weight: 600 }
.given textarea { border-style: dashed; background: var(--wash); resize: vertical }
.given textarea:focus, .given.dragged textarea { border-style: solid; background: var(--paper) }
.given.dragged textarea { outline: 3px solid var(--link) }
.given .hint { margin: .4rem 0 .8rem; color: var(--faint) }
.given .ways { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: center }
.given .pick { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center }
.given .pick select { max-width: min(24rem, 78vw) }
.against { max-width: none; margin: 1.2rem 0; font: .9375rem/1.5 var(--sans) }
.against label, .against input { display: block } .against label { font-weight: 600 }
.against input { width: min(30rem, 100%); margin: .3rem 0; font-weight: 400 }
.identity { margin: 1.5rem 0 } .identity li { margin: .2rem 0 }
.identity .class { font: 600 1.25rem/1.4 var(--sans) } .identity .class::first-letter { text-transform: uppercase }
.identity ul { max-width: none; font: .95rem/1.45 var(--sans) }
main:has(.read) > h1 { margin: 0; font-size: 1.1rem; color: var(--faint) }
.claims .check { font-size: 1.15rem } .read h2:not(.identity h2) { font-size: 1.35rem }
.identity h2 { margin: 0 0 .3rem; font-size: clamp(1.4rem, 5vw, 1.9rem); outline: 0 }
.ways.actions { gap: .5rem } .ways.actions select { width: 9.6rem }
.identity p { margin: .2rem 0; max-width: 46rem }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; align-items: center; margin: 1.5rem 0 .75rem;
  font: .9rem/1.5 var(--sans) }
.legend legend { float: left; margin: 0 .4rem 0 0 }
.legend label { display: flex; gap: .4rem; align-items: center }
.split { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2rem }
.marked { padding: 1.1rem 1.25rem; border: 1px solid var(--line); border-radius: 4px; background: var(--wash);
  font: .9375rem/1.75 var(--serif); overflow-wrap: anywhere }
.marked > div { min-height: 1.75em; white-space: pre-wrap; content-visibility: auto;
  contain-intrinsic-height: auto 1.75em }
.marked .flows { white-space: normal; contain-intrinsic-height: auto 7em }
.marked span { scroll-margin-top: 4rem } .marked span:target { background: var(--mark) }
mark.added { font-weight: 650 }
mark.added.first { margin-left: .1em; padding-left: .2em; border-left: .22em solid var(--ask) }
mark.ban, mark.duty, mark.limit, mark.plea, mark.grant, mark.definition, mark.contradicted, mark.undetermined,
mark.supported {
  padding: .05em 0; border-radius: 2px; background: color-mix(in srgb, var(--tone) 11%, transparent);
  text-decoration: underline var(--tone); text-decoration-thickness: .1em; text-underline-offset: .22em;
  text-decoration-skip-ink: none }
.ban, .contradicted { --tone: var(--ban) } .duty, .limit, .undetermined { --tone: var(--duty) }
.plea { --tone: var(--plea) }
.grant, .supported { --tone: var(--grant) } .definition { --tone: var(--definition) }
mark.ban, mark.contradicted { text-decoration-style: solid; text-decoration-thickness: .17em }
mark.limit { text-decoration-style: double }
mark.duty, mark.undetermined { text-decoration-style: dashed }
mark.plea { text-decoration-style: wavy }
mark.grant, mark.supported { text-decoration-style: solid }
mark.definition { text-decoration-style: dotted; background: none }
mark.current { background: color-mix(in srgb, var(--tone) 32%, transparent) }
.chip { display: inline-block; min-width: 1.55em; margin-right: .25em; padding: 0 .35em; border-radius: 3px;
  border: 1.5px solid var(--tone); color: var(--tone); background: var(--paper); font: 650 .72rem/1.5 var(--sans);
  text-align: center; text-decoration: none; vertical-align: .12em; scroll-margin-top: 4rem }
.chip.ban, .chip.limit, .chip.contradicted { background: var(--tone); color: var(--paper) }
.chip.grant, .chip.supported { border-radius: 1em }
.chip.plea, .chip.undetermined { border-style: dashed }
.chip.definition { border-color: transparent }
.unread, .possible { --tone: var(--open) }
mark:is(.unread, .possible) { padding: .05em 0; background-color: color-mix(in srgb, var(--open) 7%, transparent);
  text-decoration: underline .17em dotted var(--open); text-underline-offset: .22em; text-decoration-skip-ink: none }
mark.possible { text-decoration-style: dashed }
mark:is(.is-unread, .is-possible) { border-radius: 2px; background-image: repeating-linear-gradient(-45deg,
  color-mix(in srgb, var(--open) 18%, transparent) 0 2px, transparent 2px 6px) }
mark:is(.unread, .possible).current { background-color: color-mix(in srgb, var(--open) 32%, transparent) }
.chip:is(.unread, .possible) { border-style: dashed } .chip:is(.unread, .possible)::after { content: "?" }
${hidden(look => `mark:is(.${look}, .is-${look})`)} { background: none; text-decoration: none; font-weight: inherit }
${hidden(look => `:is(.chip, li).${look}`)} { display: none }
.notes { font: .9rem/1.5 var(--sans) }
.notes ol { margin: 0; padding: 0; list-style: none }
.notes p { margin: .15rem 0 }
.clauses li { margin: 0; padding: .55rem .7rem; border-left: .25rem solid transparent }
.clauses li { content-visibility: auto; contain-intrinsic-height: auto 5rem }
.clauses li > a { color: inherit; text-decoration: none }
.clauses li > a:hover strong { text-decoration: underline }
.clauses .mode { color: var(--tone); font-weight: 600 }
.clauses .current { border-left-color: var(--tone); background: var(--wash) }
@media (min-width: 60rem) {
  .split { grid-template-columns: minmax(0, 1.55fr) minmax(17rem, 1fr) }
  .split .notes { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow-y: auto;
    padding-right: .5rem; overscroll-behavior: contain }
}
@media print { .marked > div, .clauses li { content-visibility: visible }
  .given, .legend input { display: none }
  mark:is(.is-unread, .is-possible) { print-color-adjust: exact } .split { display: block }
  .split .notes { max-height: none } }
`
