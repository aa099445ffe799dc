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
