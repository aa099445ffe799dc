/** What a model gives back, as legal texts name it: one vocabulary for the kinds of clause that speak of it. */
const THING =
  '(?:content|texts?|images?|pictures?|photos?|media|videos?|audio|speech|music|code|files?|material|answers?|everything|anything|whatever|what|stuff|things?)'
const MADE =
  '(?:generat|creat|produc|synthesi[sz]|return|output|spit|writ|wrot|mak|made|say|said|answer|giv|com)(?:e|es|ed|s|ing|en|te)?'

/** The outputs of a model: by the word, by how they came about, or by what made them. */
export const OUTPUT: RegExp = new RegExp(
  [
    '\\b(?:outputs?|generations|completions|generatives)\\b',
    '\\bits (?:pictures|images|answers|texts?|responses|results)\\b',
    '\\bresults (?:of|therefrom|obtained|from|generated|produced)\\b',
    '\\b(?:generated|synthetic|synthesi[sz]ed|model-generated|ai-generated|machine-generated|machine-made|artificial) (?:[\\w-]{1,15} )?(?:content|texts?|images?|pictures?|media|videos?|audio|speech|material|works?|data|code|files?|results?)\\b',
    `\\b${THING} (?:that |which )?(?:is |are |was |were |has been |have been )?(?:generated|created|produced|synthesi[sz]ed|made|written|obtained) (?:by|with|using|from|through)\\b`,
    `\\b(?:everything|anything|whatever|what|content|stuff|pictures?|images?|texts?|material|that) (?:that |which )?(?:it|you|the (?:licensed )?(?:model|software|service|services|system|materials)|our (?:model|software|service)|users?) (?:may |can )?${MADE}\\b`,
    '\\bdata (?:produced|generated|created) (?:by|with|from)\\b',
    "(?<=[a-z]'s )\\b(?:answers|responses|replies|texts?|pictures|images|generations)\\b",
    '\\b(?:synthetic|artificial|cloned|ai|ai-made) (?:speech|voices?|texts?|images?|content|pictures?)\\b',
    '\\b(?:images?|pictures?|content|texts?|answers) (?:rendered|drawn|composed) by\\b',
    '\\b(?:product|fruits?) of the (?:model|engine|system)\\b',
    '(?:借助|使用|利用|通过)本?(?:模型|系统|软件|服务)(?:所)?(?:生成|产生|制作|创作)的?',
    '由本?(?:模型|系统)(?:产出|生成|产生)|输出|(?:生成|合成)(?:的)?(?:全部|所有|一切|任何)?(?:内容|图片|图像|文字|文本|作品|结果|数据|音频|视频)|生成物',
  ].join('|'),
)
