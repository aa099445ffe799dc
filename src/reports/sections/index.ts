import { alternatives } from './alternatives.ts'
import { canI } from './can-i.ts'
import { claims } from './claims.ts'
import { components } from './components.ts'
import { corrections } from './corrections.ts'
import { frameworks } from './frameworks.ts'
import { licenses } from './licenses.ts'
import { limits } from './limits.ts'
import { lineage } from './lineage.ts'
import { models } from './models.ts'
import { moveUp } from './move-up.ts'
import { next } from './next.ts'
import { notes } from './notes.ts'
import { obligations } from './obligations.ts'
import type { SectionOf } from './section.ts'
import { signoffs } from './signoffs.ts'
import { unread } from './unread.ts'
import { use } from './use.ts'
import { whereToLook } from './where-to-look.ts'
import { why } from './why.ts'
import { wording } from './wording.ts'

/** The parts of a readable report, in the order they are shown. */
export const sections: readonly SectionOf[] = [
  canI,
  use,
  models,
  why,
  limits,
  obligations,
  licenses,
  unread,
  lineage,
  claims,
  components,
  frameworks,
  signoffs,
  wording,
  moveUp,
  alternatives,
  whereToLook,
  corrections,
  notes,
  next,
]
