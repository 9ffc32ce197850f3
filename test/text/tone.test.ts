import { describe, expect, it } from '@jest/globals';
import { toneOf } from '../../src/text/tone.ts';

const CALM_ENGLISH = [
  'You have to kill the process and start the worker again.',
  'It ends with a fatal error: the child aborted after a signal.',
  'There is a deadlock between the master and the slave connection.',
  'The page hangs and then the tab crashes, this is a bad one.',
  'The dirty flag is never reset, so dead entries stay in the cache.',
  'nit: rename this to readQueue.',
  'LGTM',
  'This is wrong because the index starts at one here.',
  'This does not work on Windows, the path is broken.',
  'Garbage collection takes 30 ms in the worst case.',
  'Please attach the log and the output of the doctor command.',
  'The job panics and is killed by the out-of-memory killer.',
  'Sorry, stupid question: where is the configuration read?',
  "I'm an idiot, I had the wrong version installed.",
  'Not bad, but the second loop can go.',
  'We execute the attack simulation against the victim container.',
  'Closing as duplicate of the other thread.',
  'fsck reports an orphaned node after the crash.',
  'You are right, I will change the foreign key fk_user.',
  'The lazy loading of this module is useless for small pages.',
  'Messages get lost when the arrays grow up to ten entries.',
  'Your trash folder is emptied every night.',
  'The `stupid_mode` option and `isDumb()` are still read.',
  'Why does this return null?',
  'How do I turn this off?',
  'Failed again on main, see the run of today.',
  '',
];

const UNHAPPY_ENGLISH = [
  'This is really annoying, it happens every day.',
  'I am so frustrated with this release.',
  'What a disappointing update, I hate the new layout.',
  'This is RIDICULOUS!!',
  'I am sick of this, it wasted hours of my week.',
  'Terrible experience, I am going back to the old version.',
  'wtf, all my settings are gone',
  'Still not fixed :(',
  'The new editor sucks.',
  'Completely unacceptable for a stable release.',
  'Why the hell was this removed?',
  'It is a nightmare to set up, honestly.',
  'It drives me crazy that this resets itself.',
  '😡 again',
];

const GLAD_ENGLISH = [
  'Thank you so much, works great!',
  'I love this, awesome work 🎉',
  'Great catch, thanks!',
  'Perfect :)',
  'This is AMAZING!!!',
  'Much appreciated, well done.',
];

const TOXIC_ENGLISH = [
  'You are an idiot.',
  'You people are incompetent and lazy.',
  'Only a moron would merge this.',
  'Are you stupid or what?',
  'Shame on you, maintainers.',
  'Your stupid plugin deleted everything.',
  'kill yourself',
  'I will find you.',
  'What the f*ck is wrong with you',
  'Just shut up and merge it.',
  'How hard can it be to fix this? Do your job!',
  'HOW HARD CAN IT BE?! This is ridiculous!!',
  'The developers are so incompetent, should be fired.',
  'Fix this now!!! You are useless.',
];

const SHARP_ENGLISH = [
  'You are wrong about the index, please look again.',
  'You are not stupid, the manual is.',
  'You could do something stupid here by accident.',
  'Did you even get an answer from the server?',
  'This code is stupid and should go.',
  'This crap fails again.',
  'Your change broke the build.',
  'You obviously need a newer compiler.',
  'The linker is clueless about this symbol.',
  'Shut up the warnings of the compiler with a flag.',
];

const CALM_CHINESE = [
  '请先杀死进程，然后重新启动。',
  '升级以后编辑器崩溃了，日志在下面。',
  '这里有一个死锁，两个线程互相等待。',
  '垃圾回收占用了太多时间。',
  '滚动条的颜色不对。',
  '能不能增加一个操作按钮？',
  '这个函数的返回值是错误的，因为下标从一开始。',
  '没问题，我来改。',
  '麻烦您看一下这个问题。',
  '页面卡死，控制台报错。',
  '在终端里无法输入中文。',
  '傻瓜式安装包在哪里下载？',
];

const UNHAPPY_CHINESE = [
  '新版本太难用了。',
  '真的很烦，每次都要重新登录。',
  '非常失望，这个问题一直没有解决。',
  '什么破软件，浪费时间。',
  '真是无语，又不能用了。',
  '这个设计太差劲了，受不了。',
  '界面很难看，让人抓狂。',
  '太坑了，我的文件都没了。',
  '这个弹窗很讨厌。',
  '我对这次更新非常不满意😡',
  '真的很煩，每次都要重新登入。',
  '非常失望，這個問題一直沒有解決。',
];

const GLAD_CHINESE = [
  '太棒了，非常感谢！',
  '很好用，谢谢作者。',
  '完美解决，点赞👍',
  '辛苦了，这个功能我很喜欢。',
  '非常好用，謝謝作者。',
];

const TOXIC_CHINESE = [
  '你是白痴吗？',
  '开发者都是脑残。',
  '你们真是无能。',
  '你們真是無能。',
  '滚开，别再回复了。',
  '你去死吧。',
  '写这个的人是不是有病吧，会不会写代码',
  '闭嘴，不会写就别写。',
  '这有那么难吗？你们到底干什么吃的！！',
];

const SHARP_CHINESE = [
  '你的理解是错误的，请再看看文档。',
  '你们可以改一下默认值吗？',
  '这个插件很垃圾。',
  '我真是白痴，忘了保存。',
];

describe('toneOf', () => {
  it.each([...CALM_ENGLISH, ...CALM_CHINESE])('hears no mood in: %s', (text) => {
    expect(toneOf(text)).toMatchObject({ negative: false, toxic: false });
  });

  it.each([...UNHAPPY_ENGLISH, ...UNHAPPY_CHINESE])(
    'hears displeasure, but nothing against anybody, in: %s',
    (text) => {
      expect(toneOf(text)).toMatchObject({ negative: true, toxic: false });
      expect(toneOf(text).sentiment).toBeLessThan(-0.3);
    },
  );

  it.each([...GLAD_ENGLISH, ...GLAD_CHINESE])('hears joy in: %s', (text) => {
    expect(toneOf(text)).toMatchObject({ negative: false, toxic: false });
    expect(toneOf(text).sentiment).toBeGreaterThan(0.2);
  });

  it.each([...TOXIC_ENGLISH, ...TOXIC_CHINESE])('hears an attack in: %s', (text) => {
    expect(toneOf(text).toxic).toBe(true);
  });

  it.each([...SHARP_ENGLISH, ...SHARP_CHINESE])('hears no attack in: %s', (text) => {
    expect(toneOf(text).toxic).toBe(false);
  });

  it('turns with a negation, and grows with emphasis', () => {
    expect(toneOf('This is not annoying.').negative).toBe(false);
    expect(toneOf('This is not only annoying, it is slow.').negative).toBe(true);
    expect(toneOf('It is slightly annoying.').sentiment).toBeGreaterThan(toneOf('It is very annoying.').sentiment);
  });

  it.each([
    ['a code block', 'See here:\n\n```\nyou are an idiot, this sucks\n```'],
    ['inline code', 'The message `you are an idiot` is printed.'],
    ['a quote', '> you are an idiot and I hate this\n\nPlease stay on topic.'],
    ['a log', '2024-01-02 10:00:00 ERROR terrible, awful, you are an idiot'],
    ['a stack trace', 'It ends so:\n\nError: stupid idiot\n    at awful (/srv/terrible.js:1:2)'],
    ['an address', 'See https://example.org/you-are-an-idiot/this_sucks?hate=1'],
    ['a comment', '<!-- you are an idiot, I hate this -->\nNew version out.'],
  ])('does not count %s', (_what, text) => {
    expect(toneOf(text)).toMatchObject({ negative: false, toxic: false });
  });

  it('tells the language', () => {
    expect(toneOf('很好用，谢谢作者。').language).toBe('zh');
    expect(toneOf('Works well, thank you.').language).toBe('en');
  });

  it.each([
    ['one mark', '!'.repeat(1_000_000)],
    ['one character', '滚'.repeat(1_000_000)],
    ['insults', 'you are stupid '.repeat(70_000)],
    ['open ticks', '`a '.repeat(300_000)],
    ['open links', '](a'.repeat(300_000)],
    ['smileys', ' :('.repeat(300_000)],
    ['dots', 'a.'.repeat(500_000)],
    ['stars', '*a'.repeat(500_000)],
  ])('reads a megabyte of %s', (_what, text) => {
    const tone = toneOf(text);

    expect(tone.toxicity).toBeLessThanOrEqual(1);
    expect(Math.abs(tone.sentiment)).toBeLessThanOrEqual(1);
  });
});
