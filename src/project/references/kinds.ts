import type { CodeLanguages } from '../../knowledge/code-languages.ts'

/** Folders of tools and of other people's code: their references are not the project's. */
export function isForeign(path: string): boolean {
  return path
    .split('/')
    .some(step =>
      /^(?:node_modules|bower_components|\.git|\.hg|\.svn|\.?venv|virtualenv|site-packages|__pycache__|\.tox|\.nox|\.mypy_cache|\.pytest_cache|\.ruff_cache|\.ipynb_checkpoints|\.next|\.nuxt|\.svelte-kit|\.turbo|\.cache|\.gradle|\.idea|\.vscode|\.yarn|\.pnpm-store|target|\.eggs|.{1,80}\.egg-info|htmlcov|coverage)$/.test(
        step,
      ),
    )
}

/** What a build makes, at the top of a project: a copy of what is read elsewhere. */
export function isBuilt(path: string, among: ReadonlySet<string>): boolean {
  const [first = '', ...rest] = path.split('/')
  // a folder of that name is the project itself where nothing else is there
  return rest.length > 0 && /^(?:dist|build|out)$/.test(first) && (among.has('src') || among.has('lib'))
}

/** Whether a file belongs to the pages of a project: what is there explains it, and is no part of it. */
export const isDocument = (path: string): boolean => /^(?:docs?|documentation|website)\//.test(path)

/** Whether a file belongs to the tests of a project, by its name or the folder it is in. */
export function isTest(path: string, { tests }: CodeLanguages): boolean {
  const steps = path.split('/')
  const file = steps.pop() ?? ''
  const stem = file.replace(/(?<=.)\.[^.]*$/, '')
  return (
    steps.some(step => tests.folders.includes(step) || tests.ends.some(end => step.endsWith(end))) ||
    tests.begins.some(begin => file.startsWith(begin)) ||
    tests.ends.some(end => stem.endsWith(end))
  )
}
