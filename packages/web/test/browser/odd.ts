import type { Release } from '@unwash/core/release/release'
import { releaseOf } from '../../../../test/release.ts'
import { EGRET, HERON } from '../server/served.ts'

const CHINESE_LICENSE = `苇雀模型许可协议

第一条 许可
许可方授予被许可方一项非独占的、全球范围的、免费的许可，允许使用、复制、修改和分发本模型。

第二条 限制
未经许可方事先书面同意，被许可方不得将本模型用于任何商业用途。
被许可方不得使用本模型的输出来训练其他大语言模型。
如被许可方的产品月活跃用户超过一百万，应当向许可方申请单独的许可。

第三条 署名
分发本模型时，必须保留本协议的全文以及版权声明。

第四条 法律
本协议受中华人民共和国法律管辖。
`

const CHINESE_CARD = `# 苇雀 7B

苇雀 7B 是一个完全开源的大语言模型，可免费商用。

模型权重依照[苇雀模型许可协议](LICENSE)发布。训练数据来自公开的网页，总计两万亿词元。
`

const SEVERAL_CARD = `# Dabchick

Dabchick is a fully open source family of language models: small enough for a phone, and strong enough for a server.

| Model | Parameters | License |
|---|---|---|
| [dabchick-1b](https://huggingface.co/tidewater/dabchick-1b) | 1B | Apache-2.0 |
| [dabchick-7b](https://huggingface.co/tidewater/dabchick-7b) | 7B | CC-BY-NC-4.0 |
| [dabchick-7b-instruct](https://huggingface.co/tidewater/dabchick-7b-instruct) | 7B | Dabchick License |
| [dabchick-70b-instruct-with-a-very-long-name](https://huggingface.co/tidewater/dabchick-70b) | 70B | Dabchick License |

The instruct models are under the Dabchick License in [LICENSE](LICENSE).
`

const SEVERAL_LICENSE = `DABCHICK LICENSE

1. You are granted a worldwide, royalty-free license to use, copy, modify and distribute the Models.

2. You may not use the Models or their outputs to improve any other large language model.

3. If your products have more than 10 million monthly active users, you must request a license from Tidewater.

4. You may not use the Models in the European Union.
`

const DUNLIN = releaseOf({ name: 'dunlin-1b', publisher: 'tidewater', files: HERON })

/** Releases as they come rarely, each of which makes a page that no other does. */
export const ODD: readonly Release[] = [
  // in another script
  releaseOf({
    name: '苇雀-7b',
    publisher: 'weique',
    files: { LICENSE: CHINESE_LICENSE, 'README.md': CHINESE_CARD, 'model.safetensors': {} },
  }),
  // several models, each under terms of its own
  releaseOf({
    name: 'tidewater/dabchick',
    publisher: 'tidewater',
    files: { LICENSE: SEVERAL_LICENSE, 'README.md': SEVERAL_CARD, 'model.safetensors': {} },
  }),
  // one whose code is at another place, read too
  EGRET,
  // two of one name
  { ...DUNLIN, place: 'path:here/tidewater/dunlin-1b' },
  { ...DUNLIN, place: 'path:there/tidewater/dunlin-1b' },
  // at a revision
  { ...releaseOf({ name: 'tidewater/knot-1b', publisher: 'tidewater', files: HERON }), revision: 'a'.repeat(40) },
]
