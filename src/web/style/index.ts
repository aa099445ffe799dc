import { ACCOUNT } from './account.ts'
import { BASE } from './base.ts'
import { COLORS } from './colors.ts'
import { PAGES } from './pages.ts'
import { PARTS } from './parts.ts'
import { PRINT } from './print.ts'
import { READER } from './reader.ts'
import { RELEASE } from './release.ts'

/** The one style sheet of the pages; paper comes last, over the rest. */
export const STYLE = [COLORS, BASE, PARTS, RELEASE, PAGES, READER, ACCOUNT, PRINT].map(part => part.trim()).join('\n')
