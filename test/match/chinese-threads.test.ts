import { describe, expect, it } from '@jest/globals';
import type { ThreadFact } from '../../src/domain/fact.ts';
import { emptyTask } from '../../src/domain/task.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';

const AT = '2026-03-01T00:00:00Z';

/** Of a data board of our own making: what was reported, under which label. */
const reports: [label: string, title: string, body: string][] = [
  ['导出', '导出大表格时内存溢出', '数据超过十万行，点击导出按钮后进程崩溃，日志里是 OutOfMemoryError。'],
  ['导出', '导出的 CSV 文件中文乱码', '用 Excel 打开导出文件，标题列全部乱码，编码应为 UTF-8。'],
  ['导出', '希望支持导出为 PDF', '目前只能导出图片，开会时需要 PDF 报告。'],
  ['导出', '定时导出任务没有执行', '设置了每天早上八点导出，邮箱没有收到文件。'],
  ['导出', '导出图表时图例丢失', '导出的图片里没有图例，屏幕上显示正常。'],
  ['登录', '登录后立即跳回登录页面', '输入正确的密码以后又回到登录页，浏览器没有保存 cookie。'],
  ['登录', '无法用 LDAP 账号登录', '配置了 LDAP 服务器，登录时提示用户不存在。'],
  ['登录', '忘记密码的邮件收不到', '点击重置密码以后，没有收到验证邮件。'],
  ['登录', '单点登录超时', '通过 OAuth 登录，等待三十秒以后提示超时。'],
  ['登录', '登录失败次数太多时没有锁定', '密码可以无限次尝试，存在安全风险。'],
  ['图表', '折线图的时间轴显示错误', '选择一周的数据，横轴上的日期重复出现。'],
  ['图表', '饼图颜色无法自定义', '希望能够修改饼图每个扇区的颜色。'],
  ['图表', '地图组件加载缓慢', '打开包含地图的看板需要二十秒以上。'],
  ['图表', '柱状图数值标签互相重叠', '类别很多的时候，柱子上方的数字挤在一起看不清。'],
  ['图表', '仪表盘刷新以后图表空白', '自动刷新之后，折线图变成空白，需要手动刷新页面。'],
];

const threads = reports.map(
  ([label, title, body], n): ThreadFact => ({
    kind: 'thread',
    type: 'issue',
    id: String(n + 1),
    time: `2026-01-${String(n + 1).padStart(2, '0')}T00:00:00Z`,
    author: 'lin',
    title,
    body,
    labels: [label],
    assignees: [],
    participants: [],
    state: 'closed',
    closedAt: null,
    outcome: 'completed',
  }),
);

const model = createRepositoryModel();
for (const thread of threads) model.learn(thread);

describe('an issue in Chinese', () => {
  it.each([
    ['点击导出以后服务崩溃，内存不足', '表格有二十万行。', '1'],
    ['用 Excel 打开的文件都是乱码', '', '2'],
    ['重置密码以后一直没有收到邮件', '', '8'],
    ['输入密码之后又跳回登录页', '换了浏览器也一样。', '6'],
    ['看板里的地图要很久才加载出来', '', '13'],
    ['柱状图上的数字重叠', '标签挤在一起。', '14'],
    ['匯出大表格時記憶體溢位', '', '1'],
    ['重設密碼後一直沒收到郵件', '點選按鈕沒有反應。', '8'],
    ['圓餅圖的顏色不能自訂', '', '12'],
    ['LDAP 帳號無法登入', '提示用戶不存在。', '7'],
  ])('finds what was said of the same before: %s', (title, body, expected) => {
    const found = model.related({ ...emptyTask, title, body }, { at: AT, k: 3 });

    expect(found[0]?.id).toBe(expected);
    expect(found[0]?.reasons.length).toBeGreaterThan(0);
  });

  it.each([
    ['导出 CSV 时进程崩溃', '日志提示内存不足。', '导出'],
    ['无法登录，提示密码错误', '重置密码也不行，登录页面没有反应。', '登录'],
    ['折线图的颜色显示错误', '图表刷新以后变成空白。', '图表'],
    ['匯出 CSV 時程式當掉', '記錄檔說記憶體不足。', '导出'],
    ['無法登入，顯示密碼錯誤', '', '登录'],
  ])('gets the label of its kind: %s', (title, body, expected) => {
    const [first] = model.labels({ ...emptyTask, title, body }, { at: AT, k: 3 });

    expect(first?.name).toBe(expected);
  });

  it('names the words that both share as they are written', () => {
    const [first] = model.related({ ...emptyTask, title: '导出文件中文乱码' }, { at: AT, k: 1 });

    const shared = first?.reasons.flatMap((reason) => (reason.kind === 'shares-terms' ? reason.terms : []));
    expect(shared).toContain('乱码');
  });

  it('names them in the characters of the one who asks', () => {
    const [first] = model.related({ ...emptyTask, title: '折線圖的時間軸重複' }, { at: AT, k: 1 });

    const shared = first?.reasons.flatMap((reason) => (reason.kind === 'shares-terms' ? reason.terms : []));
    expect(first?.id).toBe('11');
    expect(shared).toContain('時間');
  });
});
