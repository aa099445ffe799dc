/** What a release of a corpus is called, by its folder: `org__name`. Undefined where the folder says nothing. */
export function nameOf(dir) {
  const folder = dir.split('/').at(-1) ?? ''
  return folder.includes('__') ? folder.replace('__', '/') : undefined
}
