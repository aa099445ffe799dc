import { canI } from './can-i.ts'
import { claims } from './claims.ts'
import { components } from './components.ts'
import { frameworks } from './frameworks.ts'
import { licenses } from './licenses.ts'
import { limits } from './limits.ts'
import { lineage } from './lineage.ts'
import {
  alternatives,
  corrections,
  moveUp,
  next,
  notes,
  obligations,
  signoffs,
  unread,
  whereToLook,
  why,
} from './lists.ts'
import { models } from './models.ts'
import type { SectionOf } from './section.ts'
import { use } from './use.ts'
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
