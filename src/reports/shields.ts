import { SUBJECT, wordsOf } from './badge.ts'
import { inJson } from './json.ts'
import type { Reporter } from './reporter.ts'
import { plain } from './words/foreign.ts'

/** The badge as a shields.io endpoint reads it, schema version 1 (https://shields.io/badges/endpoint-badge). */
export const shields: Reporter = {
  id: 'shields',
  extension: 'shields.json',
  render(report, { names }) {
    return inJson({ schemaVersion: 1, label: SUBJECT, message: plain(wordsOf(report, names)), color: '1f5f99' })
  },
}
