/**
 * How English words of developers feel, from -3 to 3; phrases win over their words, and 0 makes a phrase say nothing.
 * Left out on purpose: whatever names a failure or a command (kill, abort, fatal, broken, dead, dirty, wrong, bug).
 */
export const ENGLISH_SENTIMENT: [strength: number, words: string][] = [
  [
    -3,
    `disgusting | disgrace | disgraceful | pathetic | infuriating | infuriated | outrageous | abysmal | atrocious | appalling | despicable
    | fed up | sick of | sick and tired | piece of junk | piece of garbage | waste of time | waste of my time | wasting my time | wasted my time | completely unacceptable | totally unacceptable | is unacceptable | unacceptable for | wasted hours
    | wasted days | complete joke | total joke | utter garbage | complete garbage software | worst ever | absolutely useless
    | hate this | drives me crazy | drives me nuts | driving me crazy | driving me nuts | driving me insane | drives me insane | shame on | a disaster
    | slap in the face | last straw | lost all trust | lost all respect | lost my work | lost all my work`,
  ],
  [
    -2,
    `annoying | annoyed | annoyingly | annoys |  irritating | irritated | irritates | frustrating | frustrated | frustrates | frustration | frustratingly
    | disappointing | disappointed | disappoints | disappoint | disappointment | disappointingly | awful | awfully | terrible | horrible | horrific | dreadful
    | hate | hated | hates | hating | detest | despise | loathe | ridiculous | insane | insanely | nightmare | nightmarish | sucks | sucked | sucky | stupid | stupidly | idiotic | moronic | angry | furious | outraged | upsetting | miserable | embarrassment | insulting | insulted | offended | rude | hostile | shameful | ashamed | lousy | crappy | crap | bullshit | lame | ludicrous | laughable | clueless | incompetent | incompetence | negligent | negligence | unbearable | intolerable | intolerably | inexcusable
    | unforgivable | disrespectful | dishonest | maddening | tiresome | woefully | pain in the | what the hell | why the hell | how the hell | who the hell
    | the hell | damn | damned | dammit | goddamn | wtf | ffs | omfg | smh | for god's sake | for heaven's sake | tired of | is a joke | what a joke | what a mess | such a mess | a huge mess
    | complete mess | total mess | hell on earth | beyond me | can't believe | cannot believe | can't stand | cannot stand | no one cares | nobody cares
    | ranting | rant | whining | come on | give me a break | unbelievable | unbelievably | ruined
    | poor quality | bad quality | deeply unhappy | demoralizing | depressing | dismissive | condescending | arrogant
    | ignored again | still ignored | keeps ignoring | keep ignoring | getting obnoxious | obnoxious | regretting | bothers me | drives me
    | not acceptable | pure garbage | this garbage | is trash | are trash`,
  ],
  [
    -1,
    `dumb | annoyance | nonsense | dissatisfied | discouraged | hopeless | unprofessional | makes no sense | shame | ruins | unhappy | exhausting | offensive | too bad | suck | giving up on | careless | inadequate | regret | embarrassing | rubbish | horribly | terribly | pathetically | upset | ridiculously | absurd | discouraging | ugly | uglier | ugliest | painful | painfully | pain | silly | useless | unusable | sad | sadly | unpleasant
    | uncomfortable | unfriendly | unintuitive | counterintuitive | cumbersome | clunky | clumsy | sloppy | mess | worst | unfair | ignore us
    | worried | worrying | scary | afraid | unhelpful | pointless | inconvenient | inconvenience | troublesome | tedious
    | disturbing | nasty | offends | shocking | sigh | ugh | argh | meh | yuck | grr | bother | no reply | no answer | still not | still no | still nothing | yet again | once again | again and again | every single time | for years`,
  ],
  [
    0,
    `no response | i am too stupid | i'm too stupid | iam too stupid | i am stupid | i'm stupid | i was stupid | i am dumb | i'm dumb | i feel dumb | i feel stupid | i am clueless | i'm clueless | i am an idiot | i'm an idiot | user clueless | my stupid | my stupidity | stupid me | worst case | understand that it is frustrating | understand it is frustrating | i understand your frustration | understand the frustration | worst-case | bad request | bad gateway | bad address | bad file | stupid question | stupid questions | dumb question | dumb questions | silly question | silly mistake
    | stupid mistake | no problem | no worries | not bad | not too bad | not a problem | garbage collection | garbage collector | nice to have | best effort | best practice
    | best practices | best regards | kind regards | hate to | lame duck | dumb terminal | dumb pointer | dumb http | bare bones | trash can | shame to lose | don't care about the
    | doesn't care about | don't care whether | don't care which | don't care if | doesn't care whether | doesn't care if | pain point | pain points | confused deputy | suck in | crap out | crapped out | insane mode
    | painless | nonsense value | nonsense values | offensive security | ugly print | hate speech | for years to come | like to | looks like | feels like | would like | i would love to | upset the | happy path | thanks to
    | bad luck | my bad | shame on me | poor man's | like this | rude word | stupid simple | keep it simple stupid | worse than linear | tone deaf | in good shape | good to close | good point | love to see | would be nice | be great if | be nice if | be great to | be nice to | it would be awesome`,
  ],
  [
    1,
    `good | nice | nicely | helpful | useful | happy | glad | clean | elegant | neat | cool | sweet | fun | enjoy | enjoyed | enjoying | pleased | impressive | impressed | improvement
    | works well | works fine | works great | works perfectly | well done | good job | nice work | good work | great work | good catch | nice catch | great catch | lgtm
    | cheers | kudos | welcome | congrats | congratulations | interesting | beautiful | smooth | smoothly | convenient | handy | thank | thanks | thankful | thx | tks | ty | appreciate | appreciated
    | like it | i like | we like`,
  ],
  [
    2,
    `great | love | loved | loves | loving | excellent | awesome | amazing | amazingly | fantastic | wonderful | brilliant | perfect | perfectly | superb | outstanding | thank you | thanks a lot
    | many thanks | thank you so much | thank you very much | thanks so much | much appreciated | really appreciate | greatly appreciate | grateful | delighted | thrilled | excited | yay | woohoo
    | hooray | lifesaver | life saver | made my day | keep up | great job | awesome work | amazing work`,
  ],
];

/** These look like negations and are none. */
export const ENGLISH_ASSENT =
  'not only | not just | not to mention | no doubt | no wonder | nothing but | never mind | cannot believe | no matter';

export const ENGLISH_NEGATIONS = `not | no | never | without | hardly | barely | isn't | wasn't | aren't | weren't | don't | doesn't | didn't | won't | wouldn't | can't | cannot | couldn't
  | shouldn't | haven't | hasn't | hadn't | ain't | nothing | nobody | neither | nor | dont | doesnt | didnt | isnt | cant | wont | less`;

/** What the next words of feeling are multiplied by. */
export const ENGLISH_DEGREES: [factor: number, words: string][] = [
  [
    1.5,
    `very | really | so | extremely | super | absolutely | totally | completely | utterly | incredibly | highly | insanely | deeply | particularly | especially | such | too | pretty | fucking | freaking
    | bloody | damn | more and more | way too | beyond`,
  ],
  [
    0.5,
    `slightly | somewhat | a bit | a little | a little bit | kind of | kinda | sort of | maybe | perhaps | fairly | might be | may be | could be | bit`,
  ],
];
