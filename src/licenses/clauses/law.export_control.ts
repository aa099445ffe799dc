import { worded } from '../clause.ts'

/** The user must follow export-control and sanctions law. */
export const lawExportControl = worded({
  id: 'law.export_control',
  name: 'Export control',
  looksFor: 'A duty to follow export-control, sanctions or trade law.',
  falseFriends: 'Exporting a model to a file format, and a list of excluded countries.',
  against: [],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'harmless',
})
