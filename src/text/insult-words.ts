/** Words for a person that insult unless the writer means themself; the obscene ones come from a package. */
export const INSULTS = `idiot | idiots | moron | morons | imbecile | imbeciles | loser | losers | clown | clowns | dimwit | dimwits | dumbass | jackass | scumbag | scumbags | lowlife | lowlifes
  | halfwit | halfwits | simpleton | simpletons | nitwit | nitwits | cretin | cretins | 白痴 | 脑残 | 智障 | 弱智 | 蠢货 | 蠢猪 | 废物 | 傻子 | 傻瓜 | 傻叉 | 笨蛋 | 混蛋 | 王八蛋 | 狗东西 | 狗屁 | 人渣 | 败类 | 猪脑子 | 没脑子 | 神经病 | 死全家 | nmsl | cnm`;

/** Insult only when said of somebody. */
export const BELITTLING = `stupid | dumb | lazy | incompetent | clueless | pathetic | useless | worthless | ignorant | brainless | braindead | brain-dead | arrogant | disgusting | delusional | liar | liars
  | amateur | amateurs | amateurish | hypocrite | hypocrites | joke | trash | garbage | a disgrace | blind | insane | retarded | crazy | toxic | cowards | coward | parasites | parasite | fools | fool | kidding me
  | 垃圾 | 傻 | 蠢 | 有病 | 无能 | 无知 | 无耻 | 不要脸 | 懒 | 瞎 | 笨 | 脑子有病 | 脑子有问题 | 脑子进水 | 没用 | 吃屎 | 吃干饭 | 吃白饭 | 猪 | 狗 | 骗子 | 外行 | 小白都不如 | 不配 | 瞎了 | 眼瞎`;

/** Phrases in which these words belittle nobody. */
export const UNOFFENDING = `lazy loading | lazy load | lazy loaded | lazy evaluation | lazy import | lazy initialization | garbage collected | garbage collecting | garbage collector | garbage collection | trash can
  | trash bin | trash folder | blind copy | blind spot | blind spots | dumb terminal | 垃圾回收 | 垃圾收集 | 垃圾箱 | 垃圾桶 | 垃圾邮件 | 垃圾数据 | 傻瓜式 | 懒加载`;

/** Whom an insult is aimed at. */
export const SOMEBODY = `you | you're | youre | u | ur | your | yours | yourself | yourselves | ya'll | y'all | maintainer | maintainers | developer | developers | devs | dev team | author | authors | whoever
  | your team | you guys | you people | contributors | 你 | 你们 | 您 | 作者 | 开发者 | 开发人员 | 维护者 | 程序员 | 产品经理 | 设计师 | 官方 | 开发团队 | 这帮人 | 这群人 | 写代码的人`;

/** The insult stands right after these. */
export const POSSESSIVE = 'your | ur | 你的 | 你们的 | 你们这 | 你这 | 你们这些 | 你这个';

export const ONESELF = "i | i'm | im | me | my | myself | mine | 我 | 我们 | 本人 | 自己 | 小弟";

/** Between somebody and a word that belittles. */
export const LINKING = `are | is | you're | youre | were | was | being | such | 是 | 都是 | 就是 | 真是 | 简直是 | 真 | 太 | 这么 | 一群 | 一帮 | 怎么这么 | 全是 | 简直`;

/** Said against somebody whoever it is aimed at, with how toxic each is by itself. */
export const ATTACKS: [toxicity: number, phrases: string][] = [
  [0, 'grow up to | grow up until'],
  [
    0.95,
    `kill yourself | kill yourselves | kys | go die | drop dead | hope you die | i hope you die | burn in hell | rot in hell | i will find you | i'll find you | i know where you live | watch your back | going to hurt you
    | gonna hurt you | beat you up | deserve to die | should be shot | 去死 | 去死吧 | 你去死 | 弄死你 | 杀了你 | 打死你 | 全家死光 | 不得好死 | 砍死你 | 等着瞧 | 小心点你`,
  ],
  [
    0.7,
    `shame on you | you people are | you should be ashamed | should be ashamed of yourself | go to hell | wrong with you | what is wrong with you | what's wrong with you | what the hell is wrong with you | are you stupid | are you dumb | are you blind
    | are you retarded | you have no brain | use your brain | go back to school | learn to read | learn to code | learn how to code | learn to program | please shut up | just shut up | shut up and | shut your mouth | nobody asked you
    | nobody asked for your | you disgust me | hope you get fired | should be fired | deserve to be fired | you clearly have no idea | you have no clue | you have no idea what you are doing | you have no idea what you're doing | you will regret this | you'll regret this
    | grow up | 闭嘴 | 滚开 | 滚蛋 | 滚吧 | 快滚 | 给我滚 | 滚出 | 有病吧 | 脑子有病 | 脑子有问题 | 脑子进水 | 脑子被驴踢 | 脑子被门夹 | 不要脸 | 你算什么东西 | 什么东西你 | 你瞎 | 你眼瞎 | 眼瞎 | 会不会写代码 | 会不会编程 | 不会写就别写 | 不会写代码就 | 滚回去 | 早点倒闭 | 赶紧倒闭 | 丢人现眼 | 吃屎`,
  ],
  [
    0.4,
    `you people | do your job | do your jobs | how hard can it be | how hard is it to | how hard can it | is it so hard to | are you kidding me | are you kidding | are you serious | are you even | do you even | did you even | have you even | can you even
    | fix it now | fix this now | fix this immediately | fix it immediately | fix this asap | fix this right now | fix it right now | i demand | we demand | i expect you to | you had one job | get your act together | wasting my time | waste of my time | wasted my time
    | nobody cares about your | nobody cares what you | who cares what you | who do you think you are | you never listen | you obviously | you clearly | you guys never | don't bother replying | stop wasting | stop pretending | your fault | you ruined | you ruin
    | this is your job | why don't you just | how dare you | what were you thinking | is this a joke | 赶紧修 | 马上修 | 立刻修 | 立即修复 | 赶紧给我 | 马上给我 | 快点修 | 有这么难吗 | 有那么难吗 | 很难吗 | 你们到底 | 你到底 | 能不能用点心 | 用点心 | 长点心 | 你们是不是 | 干什么吃的 | 干嘛吃的
    | 吃干饭 | 吃白饭 | 拿钱不办事 | 凭什么 | 谁给你的 | 搞笑吗 | 你懂什么 | 你懂个 | 自己不会看 | 自己不会 | 能不能动动脑子 | 动动脑子`,
  ],
];

/** Coarse, but not against anybody by themselves. */
export const COARSE = `crap | crappy | bullshit | wtf | stfu | ffs | damn you | screw you | screw this | 他妈的 | 他妈 | 妈的 | 尼玛 | 特么 | 狗屎 | 卧槽 | 操 | 艹 | 屎`;
