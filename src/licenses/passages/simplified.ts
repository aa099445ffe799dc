/**
 * Letters of traditional Chinese that legal texts use, each before its simplified form: the patterns are written once,
 * in simplified letters.
 */
const PAIRS =
  '編编擁拥們们唔不嘅的註注釋释貢贡獻献絡络複复許许權权協协議议條条業业營营於于為为與与個个僅仅學学術术開开發发佈布數数據据資资產产標标識识應应當当須须經经會会並并無无違违後后終终將将從从內内況况請请聯联繫系關关閉闭濟济費费購购買买賣卖價价貸贷軍军隊队醫医療疗診诊斷断監监視视網网絡络體体係系統统過过濾滤處处題题項项訂订簽签變变動动範范圍围類类競竞爭争對对該该這这種种歐欧國国區区衛卫護护證证書书載载製制複复輸输訓训練练餾馏語语響响聲声稱称顯显說说讓让轉转傳传導导續续執执報报償偿損损責责擔担釋释調调審审錄录錢钱騙骗謠谣兒儿傷伤勞劳員员專专屬属歸归給给獲获實实驗验評评測测試试論论刪删嚴严準准適适爾尔臺台灣湾訟讼長长問问門门間间萬万億亿雲云務务託托維维創创藝艺圖图畫画頻频號号誌志檔档參参贊赞見见觀观規规則则約约觸触戰战機机構构級级繼继總总線线組组結结綜综縮缩織织賠赔贈赠遠远遲迟選选邊边還还釐厘針针鎖锁陸陆際际雖虽雙双難难電电預预願愿頭头額额風风騷骚點点齊齐優优儘尽偽伪傾倾僱雇兩两別别剛刚勝胜勵励華华單单厭厌啟启喪丧嗎吗圓圆堅坚場场壓压壞坏夠够夥伙奪夺獎奖婦妇嬰婴寫写寶宝層层島岛幣币幾几庫库廣广廢废廳厅張张彈弹強强徑径復复態态慣惯憑凭懲惩戶户換换擇择擴扩攝摄攔拦敗败敵敌時时暫暂曆历極极樣样歡欢氣气決决沒没減减滅灭滿满潛潜瀏浏災灾煩烦牆墙獨独獻献現现環环異异癥症盤盘眾众確确礎础禮礼離离積积筆笔籌筹紀纪納纳純纯細细編编緊紧罰罚聞闻聽听職职脅胁腦脑臨临舉举舊旧蓋盖薦荐藍蓝蟲虫補补裝装覺觉親亲訴诉詞词詢询詳详認认誤误諮咨謀谋謂谓講讲謝谢譯译讀读貢贡財财貨货貿贸賬账質质贏赢趨趋跡迹車车軟软輕轻輛辆輪轮農农運运達达遞递遺遗郵邮鄰邻釀酿錯错鍵键鏈链鏡镜閱阅陣阵陰阴隨随隱隐靜静頁页順顺領领顧顾飛飞飾饰養养餘余駕驾駭骇魚鱼麼么龍龙倉仓帳账匯汇鑑鉴'
const SIMPLE: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, at) => [PAIRS[2 * at] ?? '', PAIRS[2 * at + 1] ?? ''] as const),
)
const TRADITIONAL = new RegExp(`[${[...SIMPLE.keys()].join('')}]`, 'g')

/** The same text, letter for letter, with traditional Chinese letters in their simplified form. */
export const simplified = (text: string): string => text.replace(TRADITIONAL, letter => SIMPLE.get(letter) ?? letter)
