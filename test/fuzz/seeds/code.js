import { pipeline } from '@huggingface/transformers'

const name = `marsh-lab/${'heron'}-7b`,
  { a = 1, ...rest } = require('./b')
export class Loader extends Base {
  #model = name
  async load(x = name) {
    return await pipeline('text-generation', x ?? this.#model)
  }
}
export const view = (
  <div title={name}>
    {rest.map(one => (
      <b key={one}>{one}</b>
    ))}
  </div>
)
fetch(`https://api.example/v1/models/${name}`)
  .then(r => r?.json())
  .catch(() => (/x[/]y/g.test(name) ? 1 : 2))
