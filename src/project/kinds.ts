/** How a file of a code base is read for references. */
export type FileKind = 'code' | 'notebook' | 'settings' | 'commands' | 'modelfile'

/** lists of packages and records of tools: long, and no place where a program names its models */
const RECORDS =
  /^(?:package-lock|npm-shrinkwrap|pnpm-lock|tsconfig|jsconfig|composer|\.eslintrc|\.prettierrc|turbo|nx|renovate|lerna|biome|deno|package|tokenizer|tokenizer_config|vocab|special_tokens_map|unwash)[\w.-]*\.(?:json|ya?ml)$|\.(?:min|bundle)\.js$|\.map$|\.(?:lock|sum)$|\.d\.[mc]?ts$/i

/** How a file is read, by its name; null for files that name no models. */
export function kindOf(path: string): FileKind | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (RECORDS.test(name)) return null
  if (/\.(?:pyi?|[cm]?[jt]sx?)$/.test(name)) return 'code'
  if (name.endsWith('.ipynb')) return 'notebook'
  if (/^Modelfile(?:[.-].{0,60})?$|\.modelfile$/i.test(name)) return 'modelfile'
  if (
    /^(?:Docker|Container)file(?:[.-].{0,60})?$|\.dockerfile$|\.(?:sh|bash|zsh|fish|ps1|bat|cmd|slurm|sbatch)$|^(?:Make|Just|Proc)file$|\.mk$/i.test(
      name,
    )
  )
    return 'commands'
  if (/\.(?:ya?ml|json5?|jsonc|toml|ini|cfg|conf|properties)$|^\.env(?:[.-].{0,60})?$|\.env$/i.test(name))
    return 'settings'
  return null
}

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
