/** The editions of CycloneDX that are written, the newest first. */
export const SPECS = ['1.7', '1.6', '1.5'] as const

/**
 * The formats of each kind of report, the usual one first: told apart from what writes them, so that a command line is
 * understood without loading all of that.
 */
export const FORMATS = {
  report: [
    'terminal',
    'json',
    'markdown',
    'html',
    'sarif',
    'cyclonedx',
    'spdx',
    'mot',
    'memo',
    'memo-html',
    'badge',
    'card',
  ],
  changes: ['terminal', 'markdown', 'json'],
  history: ['terminal', 'markdown', 'json', 'svg'],
  comparison: ['terminal', 'markdown', 'html', 'json'],
  project: ['terminal', 'json', 'markdown', 'comment', 'sarif', 'cyclonedx', 'spdx'],
  questions: ['terminal', 'json', 'markdown'],
  claims: ['terminal', 'json', 'markdown', 'html', 'sarif'],
  licenses: ['terminal', 'json', 'markdown', 'sarif'],
} as const
