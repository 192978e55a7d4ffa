<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;New experiment</source>
        <translation>新建实验(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as …</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Export figures …</source>
        <translation>导出图(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Copy &amp;picture</source>
        <translation>复制图片(&amp;P)</translation>
    </message>
    <message>
        <source>Copy &amp;numbers as table</source>
        <translation>把数值复制为表格(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>播放或暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Step, or next moment</source>
        <translation>单步，或后一时刻(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Restart from the same seed</source>
        <translation>用相同的随机种子重新开始(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;New seed</source>
        <translation>换种子(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Earlier moment</source>
        <translation>前一时刻(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;First moment</source>
        <translation>最初时刻(&amp;F)</translation>
    </message>
    <message>
        <source>Back to &amp;now</source>
        <translation>回到现在(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Maximize a card</source>
        <translation>最大化卡片(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;All cards</source>
        <translation>所有卡片(&amp;A)</translation>
    </message>
    <message>
        <source>Free&amp;ze all axes</source>
        <translation>冻结所有坐标轴(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>入门(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Keyboard and mouse</source>
        <translation>键盘和鼠标(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Actiscope</source>
        <translation>关于 Actiscope(&amp;A)</translation>
    </message>
    <message>
        <source>Maximize this card</source>
        <translation>最大化该卡片</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>鼠标</translation>
    </message>
    <message>
        <source>Click on a layer</source>
        <translation>点击某一层</translation>
    </message>
    <message>
        <source>All cards look at it</source>
        <translation>所有卡片都显示该层</translation>
    </message>
    <message>
        <source>Wheel on a plot</source>
        <translation>在图上滚动滚轮</translation>
    </message>
    <message>
        <source>Zoom about the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message>
        <source>Drag in a plot</source>
        <translation>在图上拖动</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>移动视图</translation>
    </message>
    <message>
        <source>Double-click on a plot</source>
        <translation>双击图</translation>
    </message>
    <message>
        <source>Follow the data again</source>
        <translation>重新跟随数据</translation>
    </message>
    <message>
        <source>Double-click on a slider</source>
        <translation>双击滑块</translation>
    </message>
    <message>
        <source>Back to its default</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Drag along the timeline</source>
        <translation>沿时间轴拖动</translation>
    </message>
    <message>
        <source>See any earlier moment</source>
        <translation>查看任一先前的时刻</translation>
    </message>
    <message>
        <source>&amp;Import data …</source>
        <translation>导入数据(&amp;I)…</translation>
    </message>
    <message>
        <source>Export P&amp;yTorch script …</source>
        <translation>导出 PyTorch 脚本(&amp;Y)…</translation>
    </message>
    <message>
        <source>&amp;Draw points</source>
        <translation>画点(&amp;D)</translation>
    </message>
    <message>
        <source>Drawing points</source>
        <translation>画点</translation>
    </message>
    <message>
        <source>Click or drag</source>
        <translation>单击或拖动</translation>
    </message>
    <message>
        <source>Draw points</source>
        <translation>画点</translation>
    </message>
    <message>
        <source>Right button</source>
        <translation>右键</translation>
    </message>
    <message>
        <source>Erase points</source>
        <translation>擦除点</translation>
    </message>
    <message>
        <source>Shift and drag</source>
        <translation>按住 Shift 拖动</translation>
    </message>
    <message>
        <source>Choose the class</source>
        <translation>选择类别</translation>
    </message>
    <message>
        <source>Move the cursor; with Shift, further</source>
        <translation>移动光标；按住 Shift 移动得更远</translation>
    </message>
    <message>
        <source>Space, Enter</source>
        <translation>空格键、回车键</translation>
    </message>
    <message>
        <source>Draw a point there</source>
        <translation>在那里画一个点</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除键</translation>
    </message>
    <message>
        <source>Erase the nearest point</source>
        <translation>擦除最近的点</translation>
    </message>
    <message>
        <source>Click on a unit</source>
        <translation>点击一个神经元</translation>
    </message>
    <message>
        <source>Look at it from near</source>
        <translation>从近处观察它</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>对比(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Race …</source>
        <translation>竞赛(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Cancel the race</source>
        <translation>取消竞赛(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Phase map …</source>
        <translation>相图(&amp;P)…</translation>
    </message>
    <message>
        <source>Cancel the phase &amp;map</source>
        <translation>取消相图(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Save results or report …</source>
        <translation>保存结果或报告(&amp;S)…</translation>
    </message>
    <message>
        <source>Compare &amp;with …</source>
        <translation>对比(&amp;W)…</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Something unforeseen happened: %1.</source>
        <translation>发生了意料之外的问题：%1。</translation>
    </message>
    <message>
        <source>There is no display to open a window on. Without one, run: actiscope run --preset %1 --figures DIR   (more: actiscope --help)</source>
        <translation>没有可以打开窗口的显示器。无显示器时请运行：actiscope run --preset %1 --figures DIR   （更多用法：actiscope --help）</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>1 if z &gt; 0, else 0</source>
        <translation>z &gt; 0 时为 1，否则为 0</translation>
    </message>
    <message>
        <source>z if z &gt; 0, else negative_slope · z</source>
        <translation>z &gt; 0 时为 z，否则为 negative_slope · z</translation>
    </message>
    <message>
        <source>1 if z &gt; 0, else negative_slope</source>
        <translation>z &gt; 0 时为 1，否则为 negative_slope</translation>
    </message>
    <message>
        <source>z if z &gt; 0, else slope · z, slope learned</source>
        <translation>z &gt; 0 时为 z，否则为 slope · z，slope 由学习得到</translation>
    </message>
    <message>
        <source>1 if z &gt; 0, else slope</source>
        <translation>z &gt; 0 时为 1，否则为 slope</translation>
    </message>
    <message>
        <source>z if z &gt; 0, else alpha · (e^z − 1)</source>
        <translation>z &gt; 0 时为 z，否则为 alpha · (e^z − 1)</translation>
    </message>
    <message>
        <source>1 if z &gt; 0, else alpha · e^z</source>
        <translation>z &gt; 0 时为 1，否则为 alpha · e^z</translation>
    </message>
    <message>
        <source>0 unless alpha = 1</source>
        <translation>0（alpha = 1 时没有）</translation>
    </message>
    <message>
        <source>1.0507 · (z if z &gt; 0, else 1.67326 · (e^z − 1))</source>
        <translation>1.0507 ·（z &gt; 0 时为 z，否则为 1.67326 · (e^z − 1)）</translation>
    </message>
    <message>
        <source>1.0507 if z &gt; 0, else 1.75810 · e^z</source>
        <translation>z &gt; 0 时为 1.0507，否则为 1.75810 · e^z</translation>
    </message>
    <message>
        <source>variance gain² / fan_in</source>
        <translation>方差 gain² / fan_in</translation>
    </message>
    <message>
        <source>variance 2 gain² / (fan_in + fan_out)</source>
        <translation>方差 2 gain² / (fan_in + fan_out)</translation>
    </message>
    <message>
        <source>variance 2 gain² / ((1 + negative_slope²) fan_in)</source>
        <translation>方差 2 gain² / ((1 + negative_slope²) fan_in)</translation>
    </message>
    <message>
        <source>uniform in ±gain / √fan_in</source>
        <translation>在 ±gain / √fan_in 之间均匀分布</translation>
    </message>
    <message>
        <source>standard deviation gain · std</source>
        <translation>标准差 gain · std</translation>
    </message>
    <message>
        <source>uniform in ±gain · limit</source>
        <translation>在 ±gain · limit 之间均匀分布</translation>
    </message>
    <message>
        <source>all weights 0</source>
        <translation>所有权重均为 0</translation>
    </message>
    <message>
        <source>all weights value</source>
        <translation>所有权重均为 value</translation>
    </message>
    <message>
        <source>−log softmax(output)[class]</source>
        <translation>−log softmax(输出)[类别]</translation>
    </message>
    <message>
        <source>mean over the outputs of (output − target)²</source>
        <translation>(输出 − 目标)² 对各个输出的平均</translation>
    </message>
    <message>
        <source>two interleaved half circles (cos t, sin t) and (1 − cos t, 1/2 − sin t)</source>
        <translation>两个相互交错的半圆 (cos t, sin t) 和 (1 − cos t, 1/2 − sin t)</translation>
    </message>
    <message>
        <source>two circles of radius 1 and 1/2 about one centre</source>
        <translation>半径为 1 和 1/2 的两个同心圆</translation>
    </message>
    <message>
        <source>two spirals of one and a half turns</source>
        <translation>两条各转一圈半的螺旋线</translation>
    </message>
    <message>
        <source>class 1 where x₁ and x₂ differ in sign</source>
        <translation>x₁ 与 x₂ 异号处为类别 1</translation>
    </message>
    <message>
        <source>y = sin x for x from −π to π</source>
        <translation>y = sin x，x 从 −π 到 π</translation>
    </message>
    <message>
        <source>1,797 handwritten digits of 8 × 8 pixels</source>
        <translation>1,797 个 8 × 8 像素的手写数字</translation>
    </message>
    <message>
        <source>slope learned</source>
        <translation>slope 由学习得到</translation>
    </message>
    <message>
        <source>log(1 + e^output) − target · output, target 0 or 1</source>
        <translation>log(1 + e^输出) − 目标 · 输出，目标为 0 或 1</translation>
    </message>
    <message>
        <source>max(0, 1 − target · output), target −1 or 1</source>
        <translation>max(0, 1 − 目标 · 输出)，目标为 −1 或 1</translation>
    </message>
    <message>
        <source>mean over the outputs of |output − target|</source>
        <translation>|输出 − 目标| 对各输出取平均</translation>
    </message>
    <message>
        <source>mean over the outputs of e²/2 if |e| &lt; delta, else delta · (|e| − delta/2); e = output − target</source>
        <translation>|e| &lt; delta 时为 e²/2，否则为 delta · (|e| − delta/2)，对各输出取平均；e = 输出 − 目标</translation>
    </message>
    <message>
        <source>(1 + cos(π k / steps)) / 2, then 0</source>
        <translation>(1 + cos(π k / steps)) / 2，之后为 0</translation>
    </message>
    <message>
        <source>a round cloud a class, its centre on the unit circle</source>
        <translation>每个类别一团圆形点云，中心在单位圆上</translation>
    </message>
    <message>
        <source>points in the plane, drawn one by one</source>
        <translation>平面上逐个绘制的点</translation>
    </message>
    <message>
        <source>y = ⌊x⌋ for x from −2 to 2: four stairs</source>
        <translation>y = ⌊x⌋，x 从 −2 到 2：四级台阶</translation>
    </message>
    <message>
        <source>y = e^(−x²) for x from −3 to 3</source>
        <translation>y = e^(−x²)，x 从 −3 到 3</translation>
    </message>
    <message>
        <source>150 irises of three species, four lengths measured of each</source>
        <translation>三个品种的 150 朵鸢尾花，每朵测量四个长度</translation>
    </message>
    <message>
        <source>178 wines of three growers, 13 quantities measured of each</source>
        <translation>三家酒庄的 178 种葡萄酒，每种测量 13 个量</translation>
    </message>
    <message>
        <source>569 tumours, malignant or benign, 30 quantities measured of each</source>
        <translation>569 个肿瘤，恶性或良性，每个测量 30 个量</translation>
    </message>
    <message>
        <source>a table in a text file: a row a sample, one column to be learned</source>
        <translation>文本文件中的表格：每行一个样本，其中一列是学习目标</translation>
    </message>
    <message>
        <source>pictures and their classes in the file format of MNIST</source>
        <translation>MNIST 文件格式的图片及其类别</translation>
    </message>
    <message>
        <source>1 / 6 if −3 &lt; z &lt; 3, else 0</source>
        <translation>−3 &lt; z &lt; 3 时为 1 / 6，否则为 0</translation>
    </message>
    <message>
        <source>1 if min_val &lt; z &lt; max_val, else 0</source>
        <translation>min_val &lt; z &lt; max_val 时为 1，否则为 0</translation>
    </message>
    <message>
        <source>1 if 0 &lt; z &lt; 6, else 0</source>
        <translation>0 &lt; z &lt; 6 时为 1，否则为 0</translation>
    </message>
    <message>
        <source>z if z &gt; 0, else (lower + upper) / 2 · z, in training a random slope between both</source>
        <translation>z &gt; 0 时为 z，否则为 (lower + upper) / 2 · z，训练时斜率在二者之间随机选取</translation>
    </message>
    <message>
        <source>in training a random slope between both</source>
        <translation>训练时斜率在二者之间随机选取</translation>
    </message>
    <message>
        <source>1 if z &gt; 0, else (lower + upper) / 2</source>
        <translation>z &gt; 0 时为 1，否则为 (lower + upper) / 2</translation>
    </message>
    <message>
        <source>z if z &gt; threshold, else value</source>
        <translation>z &gt; threshold 时为 z，否则为 value</translation>
    </message>
    <message>
        <source>1 if z &gt; threshold, else 0</source>
        <translation>z &gt; threshold 时为 1，否则为 0</translation>
    </message>
    <message>
        <source>z if z &gt; 0, else alpha · (e^(z / alpha) − 1)</source>
        <translation>z &gt; 0 时为 z，否则为 alpha · (e^(z / alpha) − 1)</translation>
    </message>
    <message>
        <source>1 if z &gt; 0, else e^(z / alpha)</source>
        <translation>z &gt; 0 时为 1，否则为 e^(z / alpha)</translation>
    </message>
    <message>
        <source>0 if z &lt; −3, z / 3 + 1 / 2 if z ≤ 3, else 1</source>
        <translation>z &lt; −3 时为 0，−3 ≤ z ≤ 3 时为 z / 3 + 1 / 2，否则为 1</translation>
    </message>
    <message>
        <source>z − lambda if z &gt; lambda, z + lambda if z &lt; −lambda, else 0</source>
        <translation>z &gt; lambda 时为 z − lambda，z &lt; −lambda 时为 z + lambda，否则为 0</translation>
    </message>
    <message>
        <source>z if |z| &gt; lambda, else 0</source>
        <translation>|z| &gt; lambda 时为 z，否则为 0</translation>
    </message>
    <message>
        <source>1 if |z| &gt; lambda, else 0</source>
        <translation>|z| &gt; lambda 时为 1，否则为 0</translation>
    </message>
    <message>
        <source>1 if z &gt; 0, −1 if z &lt; 0, else 0</source>
        <translation>z &gt; 0 时为 1，z &lt; 0 时为 −1，否则为 0</translation>
    </message>
    <message>
        <source>0 (where f itself jumps)</source>
        <translation>0（f 本身在此跳变）</translation>
    </message>
    <message>
        <source>threshold (where f jumps, too, unless value = threshold)</source>
        <translation>threshold（f 也在此跳变，除非 value = threshold）</translation>
    </message>
    <message>
        <source>−lambda, lambda (where f itself jumps)</source>
        <translation>−lambda、lambda（f 本身在此跳变）</translation>
    </message>
    <message>
        <source>0 if b = 0</source>
        <translation>0（仅当 b = 0 时）</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>处处</translation>
    </message>
    <message>
        <source>gain times orthonormal rows or columns</source>
        <translation>gain 乘以标准正交的行或列</translation>
    </message>
    <message>
        <source>orthonormal, then scaled until u has the standard deviation gain on the data</source>
        <translation>标准正交，再缩放到 u 在数据上的标准差等于 gain</translation>
    </message>
    <message>
        <source>variance 0.36 gain² / fan_in, and one positive entry in each row of [W b]</source>
        <translation>方差 0.36 gain² / fan_in，且 [W b] 的每一行有一个正元素</translation>
    </message>
    <message>
        <source>z = scale · (u − mean) / √(variance + epsilon) + shift, over the mini-batch</source>
        <translation>z = scale · (u − 均值) / √(方差 + epsilon) + shift，在小批量上统计</translation>
    </message>
    <message>
        <source>z = scale · (u − mean) / √(variance + epsilon) + shift, over the units of a sample</source>
        <translation>z = scale · (u − 均值) / √(方差 + epsilon) + shift，在一个样本的各神经元上统计</translation>
    </message>
    <message>
        <source>z = scale · u / √(mean u² + epsilon), over the units of a sample</source>
        <translation>z = scale · u / √(u² 的均值 + epsilon)，在一个样本的各神经元上统计</translation>
    </message>
    <message>
        <source>a / (1 − rate), or 0 with probability rate</source>
        <translation>a / (1 − rate)，或以概率 rate 为 0</translation>
    </message>
    <message>
        <source>scale · (a, or −1.7581 with probability rate) + shift</source>
        <translation>scale · (a，或以概率 rate 为 −1.7581) + shift</translation>
    </message>
    <message>
        <source>the formula that you type</source>
        <translation>您输入的公式</translation>
    </message>
    <message>
        <source>its derivative, exact</source>
        <translation>其精确导数</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>&quot;actiscope --help&quot; tells what there is.</source>
        <translation>运行“actiscope --help”可查看全部用法。</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>不带值</translation>
    </message>
    <message>
        <source>this option only once</source>
        <translation>该选项只能出现一次</translation>
    </message>
    <message>
        <source>only one name</source>
        <translation>只要一个名称</translation>
    </message>
    <message>
        <source>an experiment file</source>
        <translation>一个实验文件</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>take a bundled experiment instead of a file; &quot;list presets&quot; names them</source>
        <translation>用自带的实验代替文件；“list presets”会列出它们</translation>
    </message>
    <message>
        <source>change a value of the experiment, e.g. network.depth=20; may be given several times</source>
        <translation>修改实验中的一个值，例如 network.depth=20；可以多次给出</translation>
    </message>
    <message>
        <source>make N steps instead of the number in the experiment</source>
        <translation>训练 N 步，代替实验中规定的步数</translation>
    </message>
    <message>
        <source>record steps 0, K, 2K, … and the last; default: 200 records in all</source>
        <translation>记录第 0、K、2K……步和最后一步；默认共记录 200 次</translation>
    </message>
    <message>
        <source>write every recorded step as a JSON line; - is standard output</source>
        <translation>把每个记录的步写成一行 JSON；- 表示标准输出</translation>
    </message>
    <message>
        <source>draw every card and the dashboard of the last step into this folder</source>
        <translation>把最后一步的每张卡片和整个面板画成图，存入此文件夹</translation>
    </message>
    <message>
        <source>formats of the figures: png, svg, pdf; default: png</source>
        <translation>图的格式：png、svg、pdf；默认为 png</translation>
    </message>
    <message>
        <source>size of a figure in pixels at 96 dpi; default: 960x600</source>
        <translation>图的大小，以 96 dpi 下的像素计；默认为 960x600</translation>
    </message>
    <message>
        <source>resolution of PNG figures; default: 192</source>
        <translation>PNG 图的分辨率；默认为 192</translation>
    </message>
    <message>
        <source>colors of the figures: light or dark; default: light</source>
        <translation>图的配色：light（浅色）或 dark（深色）；默认为 light</translation>
    </message>
    <message>
        <source>language of figures and messages: en or zh_CN; default: the system&apos;s</source>
        <translation>图和消息的语言：en 或 zh_CN；默认为系统语言</translation>
    </message>
    <message>
        <source>no progress and no closing sentence; faults are always told</source>
        <translation>不显示进度和结束语；出错时总会告知</translation>
    </message>
    <message>
        <source>a parameter of the activation, e.g. negative_slope=0.2</source>
        <translation>激活函数的一个参数，例如 negative_slope=0.2</translation>
    </message>
    <message>
        <source>first x</source>
        <translation>第一个 x</translation>
    </message>
    <message>
        <source>last x</source>
        <translation>最后一个 x</translation>
    </message>
    <message>
        <source>number of x, both ends included</source>
        <translation>x 的个数，包含两端</translation>
    </message>
    <message>
        <source>these x instead of a range</source>
        <translation>指定这些 x，代替区间</translation>
    </message>
    <message>
        <source>as JSON, with formulas, parameters and their ranges</source>
        <translation>以 JSON 输出，含公式、参数及其范围</translation>
    </message>
    <message>
        <source>Train without a window: the experiment in FILE, or a preset. Prints a summary, or writes JSON lines.</source>
        <translation>不开窗口进行训练：使用 FILE 中的实验或一个预设。打印总结，或写出 JSON 行。</translation>
    </message>
    <message>
        <source>Print an activation and its derivative as CSV, computed as training computes them. Give --from, --to and --points, or --at.</source>
        <translation>以 CSV 打印激活函数及其导数，计算方式与训练时相同。请给出 --from、--to 和 --points，或者 --at。</translation>
    </message>
    <message>
        <source>[options]</source>
        <translation>[选项]</translation>
    </message>
    <message>
        <source>Actiscope, a desktop microscope for activation functions.</source>
        <translation>Actiscope：观察激活函数的桌面显微镜。</translation>
    </message>
    <message>
        <source>this text; after a command: only its part of it</source>
        <translation>显示本说明；写在命令之后则只显示该命令的部分</translation>
    </message>
    <message>
        <source>the version of the program, and which kernels it computes with</source>
        <translation>程序的版本，以及它所用的计算内核</translation>
    </message>
    <message>
        <source>A KEY is a path into the experiment file (optimizer.learning_rate); a VALUE is JSON or a word.
Results go to standard output or the files named, all else to standard error.
Exit codes: 0 done, 1 fault (a file cannot be written …), 2 bad arguments or file, 3 the run diverged, 130 or 143 stopped by a signal.</source>
        <translation>KEY 是实验文件中的路径（如 optimizer.learning_rate）；VALUE 是 JSON 或一个词。
结果写到标准输出或指定的文件，其余内容写到标准错误。
退出码：0 完成；1 出错（例如文件无法写入）；2 参数或文件有误；3 训练发散；130 或 143 被信号终止。</translation>
    </message>
    <message>
        <source>a parameter of this activation</source>
        <translation>该激活函数的一个参数</translation>
    </message>
    <message>
        <source>numbers with commas between them</source>
        <translation>以逗号分隔的若干个数</translation>
    </message>
    <message>
        <source>--from A --to B --points N, or --at X1,X2,…</source>
        <translation>--from A --to B --points N，或 --at X1,X2,…</translation>
    </message>
    <message>
        <source>more than --from</source>
        <translation>大于 --from 的数</translation>
    </message>
    <message>
        <source>not with --at</source>
        <translation>不能与 --at 同用</translation>
    </message>
    <message>
        <source>either a FILE or --preset NAME</source>
        <translation>FILE 或 --preset NAME，二者选一</translation>
    </message>
    <message>
        <source>%1 is a valid experiment.</source>
        <translation>%1 是有效的实验。</translation>
    </message>
    <message>
        <source>WxH, each %1 … %2</source>
        <translation>WxH，二者均在 %1 … %2 之间</translation>
    </message>
    <message>
        <source>only together with --figures DIR</source>
        <translation>只能与 --figures DIR 同用</translation>
    </message>
    <message>
        <source>at most 200 million pixels in a picture</source>
        <translation>一张图最多两亿像素</translation>
    </message>
    <message>
        <source>no such folder can be made</source>
        <translation>无法创建该文件夹</translation>
    </message>
    <message>
        <source>another file than the experiment&apos;s</source>
        <translation>与实验文件不同的另一个文件</translation>
    </message>
    <message>
        <source>language of the window: en or zh_CN; default: the one chosen last, or the system&apos;s</source>
        <translation>窗口的语言：en 或 zh_CN；默认为上次所选的语言或系统语言</translation>
    </message>
    <message>
        <source>the formula of the activation “custom”, e.g. &quot;x * sigmoid(a*x)&quot;</source>
        <translation>激活函数“custom”的公式，例如 &quot;x * sigmoid(a*x)&quot;</translation>
    </message>
    <message>
        <source>what the code is for: pytorch</source>
        <translation>代码所用的框架：pytorch</translation>
    </message>
    <message>
        <source>save data, initial weights and batch order, too, so that the script repeats these losses</source>
        <translation>同时保存数据、初始权重和小批量的顺序，使脚本能重现本程序的损失</translation>
    </message>
    <message>
        <source>the script; what it loads goes into a folder beside it</source>
        <translation>脚本文件；它要读取的内容放在旁边的文件夹里</translation>
    </message>
    <message>
        <source>Write the experiment in FILE, or a preset, as a Python script that trains the same network with PyTorch.</source>
        <translation>把 FILE 中的实验或预设写成 Python 脚本，用 PyTorch 训练同样的网络。</translation>
    </message>
    <message>
        <source>Print as JSON what mean-field theory predicts for the network in FILE, or in a preset, before its first step.</source>
        <translation>以 JSON 打印平均场理论对 FILE 或预设中的网络在第一步之前的预测。</translation>
    </message>
    <message>
        <source>evaluate at steps 0, K, 2K, … and at the last; default: once an epoch</source>
        <translation>在第 0、K、2K……步和最后一步评估；默认：每轮一次</translation>
    </message>
    <message>
        <source>train N networks at a time; default: one a processor core</source>
        <translation>同时训练 N 个网络；默认：每个处理器核心一个</translation>
    </message>
    <message>
        <source>only part I of N, for several machines; the parts&apos; files can be concatenated</source>
        <translation>只做 N 份中的第 I 份，供多台机器使用；各份的文件可以首尾相接</translation>
    </message>
    <message>
        <source>keep the rows that the file has, and add those that are missing</source>
        <translation>保留文件中已有的行，补上缺少的行</translation>
    </message>
    <message>
        <source>the table, one row a run; - is standard output</source>
        <translation>表格，每次运行一行；- 为标准输出</translation>
    </message>
    <message>
        <source>each key once</source>
        <translation>每个键只能出现一次</translation>
    </message>
    <message>
        <source>not together with --steps</source>
        <translation>不能与 --steps 同时使用</translation>
    </message>
    <message>
        <source>at most %1 runs of %2 combinations</source>
        <translation>%2 种组合，至多 %1 次运行</translation>
    </message>
    <message>
        <source>--out with a file</source>
        <translation>带文件名的 --out</translation>
    </message>
    <message>
        <source>a file whose runs have %1 steps</source>
        <translation>其中的运行为 %1 步的文件</translation>
    </message>
    <message>
        <source>take a bundled comparison or experiment instead of a file; &quot;list comparisons&quot; and &quot;list presets&quot; name them</source>
        <translation>使用内置的对比或实验代替文件；可用 &quot;list comparisons&quot; 和 &quot;list presets&quot; 列出</translation>
    </message>
    <message>
        <source>run each combination with every seed from A to B; default: the seeds of the comparison</source>
        <translation>每种组合都用从 A 到 B 的每个随机种子运行；默认：对比文件中的种子</translation>
    </message>
    <message>
        <source>the report: one file that needs no other, PATH.html or PATH.pdf</source>
        <translation>报告：一个独立完整的文件，PATH.html 或 PATH.pdf</translation>
    </message>
    <message>
        <source>its colors: light or dark; default: light, and dark in a browser whose system is</source>
        <translation>配色：light 或 dark；默认：浅色，在系统为深色的浏览器中为深色</translation>
    </message>
    <message>
        <source>its language: en or zh_CN; default: the system&apos;s</source>
        <translation>语言：en 或 zh_CN；默认：系统语言</translation>
    </message>
    <message>
        <source>Train the experiment in FILE, or a preset, again and again, with other values and other seeds, and write a
table (CSV) of what came out. FILE may be a comparison, which names the values and the seeds. Beside PATH.csv
PATH.comparison.json is written, the comparison that makes this table again.</source>
        <translation>用不同的值和不同的随机种子反复训练 FILE 中的实验（或预设），并把结果写成
表格（CSV）。FILE 也可以是对比文件，其中给出各个值和种子。PATH.csv 旁边会写入
PATH.comparison.json，用它可以再次得到这张表。</translation>
    </message>
    <message>
        <source>Make a report of what a sweep has found: what its tables support, in sentences, figures and numbers.</source>
        <translation>为 sweep 的结果生成报告：用文字、图和数字说明这些表格能够支持的结论。</translation>
    </message>
    <message>
        <source>Name what there is. WHAT: activations, normalizations, residuals, dropouts, initializers,
losses, optimizers, schedules, datasets, presets, comparisons or settings.</source>
        <translation>列出可用的内容。WHAT：activations、normalizations、residuals、dropouts、initializers、
losses、optimizers、schedules、datasets、presets、comparisons 或 settings。</translation>
    </message>
    <message>
        <source>Check the file of an experiment or a comparison and tell every fault in it.</source>
        <translation>检查实验或对比文件，并指出其中的每一处错误。</translation>
    </message>
    <message>
        <source>%1 is a valid comparison.</source>
        <translation>%1 是有效的对比文件。</translation>
    </message>
    <message>
        <source>a name that ends in .html or .pdf</source>
        <translation>以 .html 或 .pdf 结尾的文件名</translation>
    </message>
    <message>
        <source>another file than the table&apos;s</source>
        <translation>与表格不同的文件</translation>
    </message>
    <message>
        <source>a row for each run, but there is none yet</source>
        <translation>每次运行占一行，但目前一行也没有</translation>
    </message>
    <message>
        <source>a table with another name than the comparison&apos;s</source>
        <translation>与对比文件不同名的表格</translation>
    </message>
    <message>
        <source>run with each of these values; several keys are combined; takes the place of a comparison&apos;s values for it</source>
        <translation>用其中每个值各运行一遍；给出多个键时相互组合；取代对比文件中该键的值</translation>
    </message>
    <message>
        <source>tell when the test set (else the training set) reached these; default: those of the comparison, else 0.95</source>
        <translation>记录测试集（没有则为训练集）达到这些准确率的步数；默认：对比文件中的值，否则 0.95</translation>
    </message>
    <message>
        <source>Open the window, with the experiment or the comparison in FILE if one is given.</source>
        <translation>打开窗口；给出 FILE 时载入其中的实验或对比。</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Standard output</source>
        <translation>标准输出</translation>
    </message>
    <message>
        <source>[%1] step %2 of %3, loss %4</source>
        <translation>[%1] 第 %2 步，共 %3 步，损失 %4</translation>
    </message>
    <message>
        <source>[%1] %2 of %3 runs done, %4 left</source>
        <translation>[%1] 已完成 %2/%3 次运行，还需 %4</translation>
    </message>
</context>
<context>
    <name>Contender</name>
    <message>
        <source>, </source>
        <comment>between the settings of a contender</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>This run: %1</source>
        <translation>当前运行：%1</translation>
    </message>
</context>
<context>
    <name>DecisionDrawing</name>
    <message>
        <source>Until then the network learns the points from before.</source>
        <translation>在此之前，网络仍学习先前的点。</translation>
    </message>
    <message>
        <source>Draw points of at least two classes.</source>
        <translation>请至少画出两个类别的点。</translation>
    </message>
    <message>
        <source>Draw at least one point of a second class.</source>
        <translation>请至少再画一个属于另一类别的点。</translation>
    </message>
</context>
<context>
    <name>ExportFormats</name>
    <message>
        <source>PNG: pixels, for slides and the web</source>
        <translation>PNG：像素图，用于幻灯片和网页</translation>
    </message>
    <message>
        <source>SVG: vectors, to go on editing</source>
        <translation>SVG：矢量图，可继续编辑</translation>
    </message>
    <message>
        <source>PDF: vectors, for papers</source>
        <translation>PDF：矢量图，用于论文</translation>
    </message>
    <message>
        <source>WebP: pixels, in small files</source>
        <translation>WebP：像素图，文件小</translation>
    </message>
    <message>
        <source>CSV: the numbers behind it</source>
        <translation>CSV：图背后的数值</translation>
    </message>
    <message>
        <source>Animated WebP: exact and small</source>
        <translation>WebP 动画：精确而小巧</translation>
    </message>
    <message>
        <source>Animated GIF: opens everywhere</source>
        <translation>GIF 动画：处处都能打开</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message>
        <source>the pre-activation z</source>
        <translation>预激活值 z</translation>
    </message>
    <message>
        <source>the loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>the gradient delta</source>
        <translation>梯度 δ</translation>
    </message>
    <message>
        <source>a weight or bias</source>
        <translation>某个权重或偏置</translation>
    </message>
    <message>
        <source>the output layer</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>At step %1, in %2, %3 was no longer a finite number.</source>
        <translation>在第 %1 步，%2中的%3不再是有限的数。</translation>
    </message>
    <message>
        <source>No gradient at all reaches layer 1.</source>
        <translation>完全没有梯度到达第 1 层。</translation>
    </message>
    <message>
        <source>Layer 1 receives %1 of the gradient of layer %2.</source>
        <translation>第 1 层得到的梯度是第 %2 层的 %1。</translation>
    </message>
    <message>
        <source>%1 of %2 classes are the answer to no sample, “%3” first.</source>
        <translation>%2 个类别中有 %1 个从未成为任何样本的答案，首先是“%3”。</translation>
    </message>
    <message>
        <source>Layer 1 receives %1 times the gradient of layer %2.</source>
        <translation>第 1 层得到的梯度是第 %2 层的 %1 倍。</translation>
    </message>
    <message>
        <source>In layer %1, %2 of the units have no derivative on any sample, and learn nothing.</source>
        <translation>在第 %1 层，%2 的神经元在所有样本上都没有导数，学不到任何东西。</translation>
    </message>
    <message>
        <source>Layer %1 hardly tells the samples apart: its units differ by %2 among them.</source>
        <translation>第 %1 层几乎分不清样本：其神经元在样本之间只相差 %2。</translation>
    </message>
    <message>
        <source>In layer %1, %2 of the values lie where the activation is nearly flat.</source>
        <translation>在第 %1 层，%2 的值位于激活函数几乎平坦之处。</translation>
    </message>
    <message>
        <source>In layer %1, %2 of the units are on their weak side on every sample.</source>
        <translation>在第 %1 层，%2 的神经元在每个样本上都处于弱侧。</translation>
    </message>
    <message>
        <source>Each step changes the weights by about %1 of their size.</source>
        <translation>每一步使权重改变约其大小的 %1。</translation>
    </message>
    <message>
        <source>No layer changes by more than %1 of its size in a step.</source>
        <translation>没有一层在一步中的改变超过其大小的 %1。</translation>
    </message>
    <message>
        <source>For %1 steps the loss has not fallen; it is %2, and %3 is that of knowing nothing.</source>
        <translation>损失已有 %1 步没有下降；现在是 %2，而一无所知时是 %3。</translation>
    </message>
    <message>
        <source>Before the first step, z differs from sample to sample by %1 in layer 1 and by %2 in layer %3.</source>
        <translation>第一步之前，z 在样本之间的差异在第 1 层为 %1，在第 %3 层为 %2。</translation>
    </message>
    <message>
        <source>The test loss is %1, the training loss only %2.</source>
        <translation>测试损失为 %1，而训练损失只有 %2。</translation>
    </message>
    <message>
        <source>%1 layers without a non-linearity can do no more than one.</source>
        <translation>没有非线性的 %1 层并不比一层更强。</translation>
    </message>
    <message>
        <source>Since step %1.</source>
        <translation>自第 %1 步起。</translation>
    </message>
    <message>
        <source>The thresholds stand in the experiment&apos;s file under diagnosis.%1.</source>
        <translation>阈值在实验文件的 diagnosis.%1 之下。</translation>
    </message>
    <message>
        <source>What others go by:</source>
        <translation>其他工具的标准：</translation>
    </message>
    <message>
        <source>Sets: %1.</source>
        <translation>设置：%1。</translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>z, loss, delta or a parameter is not finite</source>
        <translation>z、损失、δ 或某个参数不是有限的数</translation>
    </message>
    <message>
        <source>A number has grown beyond what the computer can hold, and from then on nothing can be learned. Mostly the updates were too large.</source>
        <translation>某个数大到计算机无法表示，从此再也学不到东西。多半是更新太大。</translation>
    </message>
    <message>
        <source>SageMaker Debugger and AutoTrainer stop here as well: a loss or gradient that is NaN or infinite.</source>
        <translation>SageMaker Debugger 和 AutoTrainer 也在此停止：损失或梯度为 NaN 或无穷大。</translation>
    </message>
    <message>
        <source>Vanishing gradient</source>
        <translation>梯度消失</translation>
    </message>
    <message>
        <source>delta_ratio = rms delta of layer 1 / rms delta of layer L</source>
        <translation>delta_ratio = 第 1 层的 rms delta / 第 L 层的 rms delta</translation>
    </message>
    <message>
        <source>On its way back every layer multiplies the gradient by its weights and by f′(z). Where the product shrinks, the first layers hardly learn.</source>
        <translation>在回传途中，每一层都使梯度乘以其权重和 f′(z)。乘积变小时，前面的层几乎学不到东西。</translation>
    </message>
    <message>
        <source>SageMaker Debugger: mean |gradient| below 1e-7. AutoTrainer: ratio of first to last layer below 1e-3.</source>
        <translation>SageMaker Debugger：平均 |梯度| 低于 1e-7。AutoTrainer：首层与末层之比低于 1e-3。</translation>
    </message>
    <message>
        <source>Exploding gradient</source>
        <translation>梯度爆炸</translation>
    </message>
    <message>
        <source>SageMaker Debugger: a gradient that is NaN or infinite. AutoTrainer: ratio of first to last layer above 70.</source>
        <translation>SageMaker Debugger：梯度为 NaN 或无穷大。AutoTrainer：首层与末层之比高于 70。</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>死亡神经元</translation>
    </message>
    <message>
        <source>units with f′(z) = 0 on every sample / units</source>
        <translation>在每个样本上 f′(z) = 0 的神经元数 / 神经元数</translation>
    </message>
    <message>
        <source>A unit without derivative on any sample gets no gradient, and its weights never change again. A quarter more than before the first step is an alarm.</source>
        <translation>在任何样本上都没有导数的神经元得不到梯度，其权重再也不会改变。比第一步之前多出四分之一即为警告。</translation>
    </message>
    <message>
        <source>SageMaker Debugger: 50 % of a layer active in less than 1 % of the samples. AutoTrainer: 70 % zero gradients. keras-contrib: 10 % dead. A healthy He-initialized ReLU network of 8 × 32 has layers with 20 to 25 % dead units.</source>
        <translation>SageMaker Debugger：一层的 50 % 只在不到 1 % 的样本上激活。AutoTrainer：70 % 的梯度为零。keras-contrib：10 % 死亡。一个健康的、He 初始化的 8 × 32 ReLU 网络中，有的层也有 20 到 25 % 的死亡神经元。</translation>
    </message>
    <message>
        <source>Collapsed representation</source>
        <translation>表示坍缩</translation>
    </message>
    <message>
        <source>rms over the units of the standard deviation over the samples, the smaller one of z and a</source>
        <translation>样本间标准差在神经元上的均方根，取 z 与 a 中较小者</translation>
    </message>
    <message>
        <source>The layer answers nearly the same to every sample. What comes after it cannot tell them apart.</source>
        <translation>该层对每个样本的回答几乎相同，其后的层无法区分它们。</translation>
    </message>
    <message>
        <source>SageMaker Debugger: a tensor whose values are all zero.</source>
        <translation>SageMaker Debugger：张量的值全为零。</translation>
    </message>
    <message>
        <source>Saturated layer</source>
        <translation>饱和的层</translation>
    </message>
    <message>
        <source>(sample, unit) pairs with z in a saturating tail / pairs</source>
        <translation>z 位于饱和尾部的（样本，神经元）对数 / 总对数</translation>
    </message>
    <message>
        <source>Far out the activation is nearly flat: |f′| is below a tenth of its largest value, and little gradient comes through.</source>
        <translation>在远处激活函数几乎平坦：|f′| 低于其最大值的十分之一，几乎没有梯度通过。</translation>
    </message>
    <message>
        <source>SageMaker Debugger: tanh beyond |z| = 9.5, sigmoid below z = −23 or above 17, in all units of a layer.</source>
        <translation>SageMaker Debugger：一层的所有神经元中 tanh 超过 |z| = 9.5，sigmoid 低于 z = −23 或高于 17。</translation>
    </message>
    <message>
        <source>Units asleep</source>
        <translation>休眠神经元</translation>
    </message>
    <message>
        <source>units with z ≤ 0 on every sample and a weak negative side / units</source>
        <translation>在每个样本上 z ≤ 0 且负侧较弱的神经元数 / 神经元数</translation>
    </message>
    <message>
        <source>On all samples these units are on the weak side of the activation. They add little, and wake up slowly.</source>
        <translation>这些神经元在所有样本上都处于激活函数的弱侧，贡献很小，醒来也慢。</translation>
    </message>
    <message>
        <source>Learning rate too high</source>
        <translation>学习率过高</translation>
    </message>
    <message>
        <source>rms(ΔW) / rms(W) of the last update, the middle one of all layers</source>
        <translation>上一次更新的 rms(ΔW) / rms(W)，取各层的中间值</translation>
    </message>
    <message>
        <source>Each step changes the weights by a large part of themselves. The loss jumps about instead of settling.</source>
        <translation>每一步都使权重改变很大一部分。损失跳来跳去而不收敛。</translation>
    </message>
    <message>
        <source>A rule of thumb wants this ratio near 10 to the −3. AutoTrainer looks for a loss that jumps.</source>
        <translation>经验法则要求该比值接近 10 的 −3 次方。AutoTrainer 检查损失是否跳动。</translation>
    </message>
    <message>
        <source>Learning rate too low</source>
        <translation>学习率过低</translation>
    </message>
    <message>
        <source>rms(ΔW) / rms(W) of the last update, the largest one of all layers</source>
        <translation>上一次更新的 rms(ΔW) / rms(W)，取各层的最大值</translation>
    </message>
    <message>
        <source>Even the layer that moves most hardly moves, while there is still much to be learned.</source>
        <translation>即使变化最大的层也几乎不动，而还有很多要学。</translation>
    </message>
    <message>
        <source>A rule of thumb wants this ratio near 10 to the −3. SageMaker Debugger: a weight update ratio below 1e-8 or above 10.</source>
        <translation>经验法则要求该比值接近 10 的 −3 次方。SageMaker Debugger：权重更新比低于 1e-8 或高于 10。</translation>
    </message>
    <message>
        <source>Loss on a plateau</source>
        <translation>损失停滞</translation>
    </message>
    <message>
        <source>steps since the training loss last fell by 1 %</source>
        <translation>自训练损失上次下降 1 % 以来的步数</translation>
    </message>
    <message>
        <source>The loss does not fall, and is still close to that of a network that knows nothing.</source>
        <translation>损失不下降，仍接近一无所知的网络的损失。</translation>
    </message>
    <message>
        <source>SageMaker Debugger: a loss that does not fall by 0.1 % within 10 steps.</source>
        <translation>SageMaker Debugger：损失在 10 步内没有下降 0.1 %。</translation>
    </message>
    <message>
        <source>Classes never predicted</source>
        <translation>从未预测的类别</translation>
    </message>
    <message>
        <source>classes that are the answer to no training sample / classes</source>
        <translation>从未成为任何训练样本答案的类别数 / 类别数</translation>
    </message>
    <message>
        <source>The network answers some classes to nobody, mostly because it has learned nothing of the inputs yet.</source>
        <translation>网络从不给出某些类别，多半是因为它还没有从输入中学到东西。</translation>
    </message>
    <message>
        <source>Poor initialization</source>
        <translation>初始化不当</translation>
    </message>
    <message>
        <source>standard deviation of z over the samples in layer 1 / that of another layer, or its inverse, at step 0</source>
        <translation>第 0 步时第 1 层 z 在样本上的标准差 / 另一层的标准差，或其倒数</translation>
    </message>
    <message>
        <source>With weights that fit the activation the signal keeps its size from layer to layer. Here it does not, and the gradient suffers in the same way.</source>
        <translation>权重与激活函数相配时，信号逐层保持大小。这里却没有，梯度也同样受损。</translation>
    </message>
    <message>
        <source>SageMaker Debugger: a ratio above 10 between the largest and the smallest variance.</source>
        <translation>SageMaker Debugger：最大与最小方差之比高于 10。</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>过拟合</translation>
    </message>
    <message>
        <source>(test loss − training loss) / loss of knowing nothing</source>
        <translation>（测试损失 − 训练损失）/ 一无所知时的损失</translation>
    </message>
    <message>
        <source>The training samples are being learned by heart: on samples that it has not seen, the network is much worse.</source>
        <translation>训练样本正被死记硬背：在没见过的样本上，网络差得多。</translation>
    </message>
    <message>
        <source>SageMaker Debugger: a validation loss that is 10 % above the training loss.</source>
        <translation>SageMaker Debugger：验证损失比训练损失高 10 %。</translation>
    </message>
    <message>
        <source>Depth without use</source>
        <translation>无用的深度</translation>
    </message>
    <message>
        <source>layers of a network without any non-linearity, more than 1</source>
        <translation>没有任何非线性的网络的层数，多于 1</translation>
    </message>
    <message>
        <source>A chain of linear layers is one linear layer: depth adds parameters, but no new functions.</source>
        <translation>一串线性层就是一个线性层：深度增加了参数，却没有带来新的函数。</translation>
    </message>
    <message>
        <source>ReLU with He weights</source>
        <translation>ReLU 配 He 权重</translation>
    </message>
    <message>
        <source>ReLU has the derivative 1 wherever a unit is active, and He&apos;s weights keep the size of signal and gradient.</source>
        <translation>神经元激活处 ReLU 的导数为 1，He 权重使信号和梯度保持大小。</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>带泄漏的 ReLU</translation>
    </message>
    <message>
        <source>A small slope on the negative side: no unit is ever without a gradient.</source>
        <translation>负侧有小斜率：任何神经元都不会没有梯度。</translation>
    </message>
    <message>
        <source>Fitting weights</source>
        <translation>相配的权重</translation>
    </message>
    <message>
        <source>The initialization that goes with the activation, with gain 1 and without biases.</source>
        <translation>与激活函数相配的初始化，增益为 1，没有偏置。</translation>
    </message>
    <message>
        <source>Batch normalization</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>Brings z back to mean 0 and variance 1 in every layer, where the activation is alive.</source>
        <translation>使每一层的 z 回到均值 0、方差 1，激活函数在那里是活跃的。</translation>
    </message>
    <message>
        <source>Depth %1</source>
        <translation>深度 %1</translation>
    </message>
    <message>
        <source>Fewer layers, fewer factors on the way back.</source>
        <translation>层数越少，回传途中的因子越少。</translation>
    </message>
    <message>
        <source>Learning rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>Smaller steps stay in control.</source>
        <translation>步子小一些就不会失控。</translation>
    </message>
    <message>
        <source>The units died while training: smaller steps throw fewer of them over the edge.</source>
        <translation>这些神经元在训练中死亡：步子小一些，被推下悬崖的就少一些。</translation>
    </message>
    <message>
        <source>Steps of about a thousandth of the weights.</source>
        <translation>每步约为权重的千分之一。</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Gives every weight steps of its own size, however small its gradient.</source>
        <translation>无论梯度多小，都给每个权重合适的步长。</translation>
    </message>
    <message>
        <source>Clip the gradient</source>
        <translation>裁剪梯度</translation>
    </message>
    <message>
        <source>A gradient longer than 1 is shortened to 1: no single batch can throw the weights away.</source>
        <translation>长度超过 1 的梯度缩短为 1：任何单个批次都无法把权重甩开。</translation>
    </message>
    <message>
        <source>Smaller network</source>
        <translation>更小的网络</translation>
    </message>
    <message>
        <source>With fewer weights there is less that can be learned by heart.</source>
        <translation>权重少了，能死记硬背的也就少了。</translation>
    </message>
    <message>
        <source>Weight decay %1</source>
        <translation>权重衰减 %1</translation>
    </message>
    <message>
        <source>Pulls all weights towards 0, so that only what pays off stays.</source>
        <translation>把所有权重拉向 0，只留下有用的。</translation>
    </message>
    <message>
        <source>Dropout %1</source>
        <translation>随机失活 %1</translation>
    </message>
    <message>
        <source>Silences units at random while training, so that none can rely on a single other one.</source>
        <translation>训练时随机使神经元静默，使任何神经元都不能只依赖另一个。</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a severity and the name of a finding</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>On its way back every layer multiplies the gradient by its weights and by f′(z), and a normalization divides it by the spread of what it is given: under batch norm it grows with depth in any case (Yang et al., 2019). Where it has grown much, the first layers may be thrown about.</source>
        <translation>梯度回传时，每一层都把它乘以本层的权重和 f′(z)，归一化还要把它除以其输入的标准差：在批归一化下，梯度总会随深度增大（Yang 等，2019）。增大得很多时，前面几层可能会被甩来甩去。</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Chinese cannot be shown, because this system has no font with Chinese characters. Please install one (on Debian: apt-get install fonts-noto-cjk) and start Actiscope again.</source>
        <translation>无法显示中文，因为系统中没有包含汉字的字体。请安装一种（在 Debian 上运行 apt-get install fonts-noto-cjk），然后重新启动 Actiscope。</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Vanishing gradients: eight sigmoid layers</source>
        <translation>梯度消失：八层 sigmoid</translation>
    </message>
    <message>
        <source>The cure: the same network with ReLU and He weights</source>
        <translation>对症下药：同一网络换用 ReLU 和 He 初始化</translation>
    </message>
    <message>
        <source>Saturation: the top sigmoid layer is pushed to zero</source>
        <translation>饱和：顶层 sigmoid 被推向零</translation>
    </message>
    <message>
        <source>Dying ReLU: a negative bias puts most units to death</source>
        <translation>ReLU 死亡：负偏置使大多数神经元死去</translation>
    </message>
    <message>
        <source>Exploding gradients: weights drawn twice too large</source>
        <translation>梯度爆炸：权重的初值大了一倍</translation>
    </message>
    <message>
        <source>Self-normalizing: thirty SELU layers keep mean 0 and variance 1</source>
        <translation>自归一化：三十层 SELU 保持均值 0、方差 1</translation>
    </message>
    <message>
        <source>Linear collapse: eight layers without a non-linearity are one</source>
        <translation>线性坍缩：没有非线性的八层等于一层</translation>
    </message>
    <message>
        <source>Handwritten digits: two ReLU layers learn to read</source>
        <translation>手写数字：两层 ReLU 学会识字</translation>
    </message>
    <message>
        <source>Rescue by a leak: a slope of 0.01 brings the dead units back</source>
        <translation>用泄漏拯救：0.01 的斜率唤回死去的神经元</translation>
    </message>
    <message>
        <source>Rescue by batch norm: eight sigmoid layers learn</source>
        <translation>用批归一化拯救：八层 sigmoid 学起来了</translation>
    </message>
    <message>
        <source>Ten classics on digits: with Adam and with SGD</source>
        <translation>手写数字上的十种经典激活函数：使用 Adam 与 SGD</translation>
    </message>
    <message>
        <source>From sigmoid to ReLU: how deep each can learn</source>
        <translation>从 sigmoid 到 ReLU：各自能学会多深的网络</translation>
    </message>
    <message>
        <source>The slope of the leak: from dead units to none, and to a straight line</source>
        <translation>泄漏的斜率：从死亡的神经元到无一死亡，再到一条直线</translation>
    </message>
    <message>
        <source>Initial weights for tanh: the deeper, the more they matter</source>
        <translation>tanh 的初始权重：越深越重要</translation>
    </message>
    <message>
        <source>Batch normalization or not: activations that need it, and one that does not</source>
        <translation>有无批归一化：需要它的激活函数，以及不需要它的</translation>
    </message>
    <message>
        <source>Dropout and weight decay: the gap between training and test on little noisy data</source>
        <translation>随机失活与权重衰减：数据少而有噪声时训练与测试的差距</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>No such file or directory</source>
        <translation>没有那个文件或文件夹</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>设备上没有剩余空间</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>它是一个文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>它不是文件夹</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统是只读的</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入输出错误</translation>
    </message>
    <message>
        <source>Broken pipe</source>
        <translation>管道已断开</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>投影</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>What the experiment is called.</source>
        <translation>实验的名称。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Where the random numbers start: data, weights and the order of the samples. The same seed gives exactly the same run again; another one shows whether an effect was only luck.</source>
        <translation>随机数的起点，决定数据、权重和样本的顺序。相同的种子会得到完全相同的训练过程；换一个种子，可以看出某个现象是否只是偶然。</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>How many points are drawn, training and test together. A few hundred make a clear picture; more make the task easier to generalize.</source>
        <translation>生成的点数，训练和测试合计。几百个点就能看得清楚；点越多，越容易泛化。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>How far the points are scattered: the standard deviation of the gaussian noise. At 0.1 the moons touch; from about 0.3 on they overlap and no network can be perfect.</source>
        <translation>点的分散程度，即高斯噪声的标准差。为 0.1 时两个月牙相接；从 0.3 左右起它们相互重叠，任何网络都不可能完美。</translation>
    </message>
    <message>
        <source>Test fraction</source>
        <translation>测试集比例</translation>
    </message>
    <message>
        <source>Share of the samples that is kept away from training and only used to measure how well the network does on data it has never seen. 0: no test set.</source>
        <translation>不参与训练、只用来衡量网络在未见过的数据上表现如何的样本比例。0 表示没有测试集。</translation>
    </message>
    <message>
        <source>Standardize</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>Scales every feature to mean 0 and standard deviation 1, so that the first layer gets inputs of a size that the initializers were made for.</source>
        <translation>把每个特征缩放到均值 0、标准差 1，使第一层的输入大小正是各种初始化方法所设想的那样。</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>数据种子</translation>
    </message>
    <message>
        <source>A seed for the data alone: the data stays the same while the seed of the experiment varies.</source>
        <translation>只用于数据的随机种子：实验的种子改变时，数据保持不变。</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>Number of hidden layers. On its way back the gradient is multiplied once a layer: with every layer more it can shrink or grow by the same factor again. 0 is a linear model.</source>
        <translation>隐藏层的层数。梯度在回传途中每经过一层就被乘一次：每多一层，就可能再缩小或放大同样的倍数。0 就是线性模型。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Units in each hidden layer. Wide layers average out the luck of single weights, so that theory describes them better; narrow ones vary from seed to seed.</source>
        <translation>每个隐藏层的神经元个数。宽的层会把单个权重的偶然性平均掉，因而更符合理论；窄的层则随种子而变化。</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>The function f that every hidden unit applies to its sum z. Without one, all layers together would be a single linear layer.</source>
        <translation>每个隐藏神经元对其加权和 z 施加的函数 f。没有它，所有的层合起来只是一个线性层。</translation>
    </message>
    <message>
        <source>Negative slope</source>
        <translation>负半轴斜率</translation>
    </message>
    <message>
        <source>Slope of f left of zero. Any slope above 0 keeps some gradient flowing, so that a unit can come back. PyTorch and JAX use 0.01; two Keras interfaces use 0.2 and 0.3.</source>
        <translation>f 在零点左侧的斜率。只要斜率大于 0，就总有一些梯度流过，神经元便能恢复。PyTorch 和 JAX 取 0.01；Keras 的两种接口分别取 0.2 和 0.3。</translation>
    </message>
    <message>
        <source>Initial slope</source>
        <translation>初始斜率</translation>
    </message>
    <message>
        <source>Slope left of zero before training; the network then learns it like a weight. Usual: 0.25.</source>
        <translation>训练前零点左侧的斜率；之后网络会像学习权重一样学习它。通常取 0.25。</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Rescales what enters the activation, so that z stays where the activation has a slope.</source>
        <translation>重新缩放进入激活函数的值，使 z 停留在激活函数有斜率的地方。</translation>
    </message>
    <message>
        <source>Averaging rate</source>
        <translation>平均速率</translation>
    </message>
    <message>
        <source>How fast the averages that are used after training follow the mini-batches. Usual: 0.1.</source>
        <translation>训练之后所用的平均值跟随小批量变化的快慢。通常取 0.1。</translation>
    </message>
    <message>
        <source>ε</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>Added to the variance, so that nothing is divided by zero. Usual: 1e-5.</source>
        <translation>加在方差上，以免除以零。通常取 1e-5。</translation>
    </message>
    <message>
        <source>Residual connections</source>
        <translation>残差连接</translation>
    </message>
    <message>
        <source>A way around each hidden layer on which the gradient is not weakened.</source>
        <translation>绕过每个隐藏层的通路，梯度沿它回传时不会减弱。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>Initializer</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>How the weights are drawn before training. Their size decides whether signals and gradients keep their strength from layer to layer.</source>
        <translation>训练前如何抽取权重。权重的大小决定信号和梯度在层与层之间能否保持强度。</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>Multiplies all weights at the start. A gain slightly too large or too small is taken to the power of the depth: 1.5 over 30 layers is a factor of 190,000.</source>
        <translation>初始时所有权重都乘以它。增益稍大或稍小，其影响会按深度取幂：1.5 经过 30 层就是 190,000 倍。</translation>
    </message>
    <message>
        <source>Slope it allows for</source>
        <translation>计入的斜率</translation>
    </message>
    <message>
        <source>The slope left of zero that the initializer reckons with: 0 for ReLU, the activation&apos;s own slope for Leaky ReLU.</source>
        <translation>初始化时计入的零点左侧的斜率：对 ReLU 为 0，对 Leaky ReLU 为其自身的斜率。</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>How far the weights are spread, whatever the width. For a layer of 32 inputs, 0.18 keeps a linear signal as strong as it came.</source>
        <translation>权重的分散程度，与宽度无关。对有 32 个输入的层，0.18 能使线性信号保持原来的强度。</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>界限</translation>
    </message>
    <message>
        <source>The weights lie evenly between minus and plus this number, whatever the width.</source>
        <translation>权重均匀分布在正负这个数之间，与宽度无关。</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>All weights begin with this one number, so that all units of a layer stay the same for ever.</source>
        <translation>所有权重都从这同一个数开始，因此同一层的神经元永远相同。</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Mean of the hidden biases at the start, usually 0. A clearly negative bias puts ReLU units to sleep before training has begun.</source>
        <translation>初始时隐藏层偏置的均值，通常为 0。明显为负的偏置会使 ReLU 神经元在训练开始之前就休眠。</translation>
    </message>
    <message>
        <source>Bias spread</source>
        <translation>偏置标准差</translation>
    </message>
    <message>
        <source>Standard deviation of the hidden biases at the start. Usual: 0.</source>
        <translation>初始时隐藏层偏置的标准差。通常为 0。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>What training makes small: how wrong the network&apos;s answers are. Its gradient is what travels back through the layers.</source>
        <translation>训练要减小的量：网络的回答错得有多厉害。沿各层回传的正是它的梯度。</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>The rule that turns gradients into changes of the weights.</source>
        <translation>把梯度变成权重改变量的规则。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far the weights move along the gradient in one step. Too small: nothing seems to happen. Too large: the loss jumps or the run diverges. Usual: 0.01 to 0.5 for SGD, 0.0003 to 0.01 for Adam.</source>
        <translation>每一步中权重沿梯度方向移动多远。太小：好像什么也没发生。太大：损失跳动，甚至训练发散。通常 SGD 取 0.01 到 0.5，Adam 取 0.0003 到 0.01。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Share of the previous step that is added to the next, like a ball that keeps rolling. 0.9 makes steps up to ten times as long where the gradient keeps its direction.</source>
        <translation>上一步有多少比例加到下一步上，就像一个继续滚动的球。在梯度方向保持不变之处，0.9 可使步长增至十倍。</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>Nesterov 动量</translation>
    </message>
    <message>
        <source>Looks at the gradient a little ahead in the direction of the momentum. It needs a momentum above 0.</source>
        <translation>沿动量方向稍稍向前一点来看梯度。要求动量大于 0。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Pulls all weights a little towards zero in every step. 0: not at all; usual: 1e-5 to 1e-2.</source>
        <translation>每一步都把所有权重向零拉近一点。0 表示不衰减；通常取 1e-5 到 1e-2。</translation>
    </message>
    <message>
        <source>β₁</source>
        <translation>β₁</translation>
    </message>
    <message>
        <source>How much of the past the average of the gradients keeps. Usual: 0.9.</source>
        <translation>梯度的滑动平均保留多少过去的值。通常取 0.9。</translation>
    </message>
    <message>
        <source>β₂</source>
        <translation>β₂</translation>
    </message>
    <message>
        <source>How much of the past the average of the squared gradients keeps, by which Adam divides its steps. Usual: 0.999.</source>
        <translation>梯度平方的滑动平均保留多少过去的值；Adam 用它来除步长。通常取 0.999。</translation>
    </message>
    <message>
        <source>Added to the divisor of the step. Gradients well below it hardly move their weights, even with Adam. Usual: 1e-8.</source>
        <translation>加在步长的除数上。远小于它的梯度几乎不能移动权重，即使用 Adam 也是如此。通常取 1e-8。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Samples whose gradients are averaged for one step. Small batches are noisy and quick, large ones smooth and slow. Usual: 16 to 128.</source>
        <translation>每一步中用来平均梯度的样本数。批小则噪声大而快，批大则平稳而慢。通常取 16 到 128。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>After so many updates training pauses; you can always let it go on.</source>
        <translation>更新这么多次之后训练暂停；随时可以让它继续。</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Steps a second. 0: as fast as it goes.</source>
        <translation>每秒的步数。0 表示尽可能快。</translation>
    </message>
    <message>
        <source>Probe samples</source>
        <translation>探测样本数</translation>
    </message>
    <message>
        <source>How many training samples the pictures of the layers are made from.</source>
        <translation>各层的图由多少个训练样本得出。</translation>
    </message>
    <message>
        <source>Vanishing: notice below</source>
        <translation>消失：低于此值提示</translation>
    </message>
    <message>
        <source>From which ratio of the first layer&apos;s delta to the last one&apos;s on the gradient is called weak.</source>
        <translation>第一层与最后一层的 δ 之比低于多少时，称梯度偏弱。</translation>
    </message>
    <message>
        <source>Vanishing: alarm below</source>
        <translation>消失：低于此值警告</translation>
    </message>
    <message>
        <source>From which ratio of the first layer&apos;s delta to the last one&apos;s on the gradient is called vanishing.</source>
        <translation>第一层与最后一层的 δ 之比低于多少时，称梯度消失。</translation>
    </message>
    <message>
        <source>Exploding: notice above</source>
        <translation>爆炸：高于此值提示</translation>
    </message>
    <message>
        <source>From which ratio of the first layer&apos;s delta to the last one&apos;s on the gradient is called strong.</source>
        <translation>第一层与最后一层的 δ 之比高于多少时，称梯度偏强。</translation>
    </message>
    <message>
        <source>Exploding: alarm above</source>
        <translation>爆炸：高于此值警告</translation>
    </message>
    <message>
        <source>From which ratio of the first layer&apos;s delta to the last one&apos;s on the gradient is called exploding.</source>
        <translation>第一层与最后一层的 δ 之比高于多少时，称梯度爆炸。</translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation>双月牙</translation>
    </message>
    <message>
        <source>Two half circles that reach into each other: easy for a network, impossible for a straight line.</source>
        <translation>两个相互伸入的半圆：对网络来说很容易，用一条直线则不可能分开。</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>同心圆</translation>
    </message>
    <message>
        <source>A ring around another one: the border has to close upon itself.</source>
        <translation>一个圆环套着另一个：分界线必须首尾闭合。</translation>
    </message>
    <message>
        <source>Two spirals</source>
        <translation>双螺旋</translation>
    </message>
    <message>
        <source>Two arms wound around each other: the hardest task in the plane, it needs some depth.</source>
        <translation>两条相互缠绕的旋臂：平面上最难的任务，需要一定的深度。</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Opposite corners belong together: the smallest task that a linear model cannot solve.</source>
        <translation>对角同属一类：线性模型解决不了的最小任务。</translation>
    </message>
    <message>
        <source>Sine wave</source>
        <translation>正弦曲线</translation>
    </message>
    <message>
        <source>A curve to be fitted: one number in, one number out.</source>
        <translation>一条待拟合的曲线：输入一个数，输出一个数。</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>1,797 digits written by hand, eight by eight pixels each: 64 inputs, ten classes.</source>
        <translation>1,797 个手写数字，每个为八乘八像素：64 个输入，十个类别。</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>恒等函数</translation>
    </message>
    <message>
        <source>Does nothing: however many layers, the network stays a linear model.</source>
        <translation>什么也不做：无论有多少层，网络仍是线性模型。</translation>
    </message>
    <message>
        <source>The classic S from 0 to 1. Its slope is at most 1/4, so that every layer takes at least three quarters of the gradient.</source>
        <translation>从 0 到 1 的经典 S 形曲线。斜率最多为 1/4，因此每一层至少吞掉四分之三的梯度。</translation>
    </message>
    <message>
        <source>An S around zero with slope 1 in the middle: better than the sigmoid, but it saturates as well.</source>
        <translation>以零为中心、中间斜率为 1 的 S 形曲线：比 sigmoid 好，但同样会饱和。</translation>
    </message>
    <message>
        <source>Passes what is positive and blocks the rest. A unit that is negative for every sample gets no gradient any more: it is dead.</source>
        <translation>让正的通过，挡住其余部分。对每个样本都为负的神经元再也得不到梯度：它死亡了。</translation>
    </message>
    <message>
        <source>A ReLU that lets a little through on the left, so that no unit can die.</source>
        <translation>左侧也能通过一点的 ReLU，因此没有神经元会死亡。</translation>
    </message>
    <message>
        <source>A Leaky ReLU that learns its slope along with the weights.</source>
        <translation>斜率随权重一起学习的 Leaky ReLU。</translation>
    </message>
    <message>
        <source>Linear on the right, a smooth bend down to −α on the left: means stay closer to zero.</source>
        <translation>右侧是直线，左侧平滑地弯向 −α：均值更接近零。</translation>
    </message>
    <message>
        <source>An ELU scaled so that, with LeCun&apos;s initializer, mean 0 and variance 1 restore themselves from layer to layer.</source>
        <translation>经过缩放的 ELU，配合 LeCun 初始化，均值 0 和方差 1 会逐层自行恢复。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Sums enter the activation as they are.</source>
        <translation>加权和原样进入激活函数。</translation>
    </message>
    <message>
        <source>Batch normalization</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>Gives each unit mean 0 and variance 1 over the mini-batch, then a scale and a shift that are learned. It keeps deep networks trainable whose weights are badly scaled.</source>
        <translation>使每个神经元在小批量上的均值为 0、方差为 1，再施加可学习的缩放和平移。即使权重的尺度不当，深层网络也仍能训练。</translation>
    </message>
    <message>
        <source>Xavier, normal</source>
        <translation>Xavier（正态）</translation>
    </message>
    <message>
        <source>Also called Glorot: keeps signals and gradients equally strong in a linear network. The usual choice for tanh.</source>
        <translation>又称 Glorot 初始化：使线性网络中的信号和梯度保持同样的强度。tanh 的常用选择。</translation>
    </message>
    <message>
        <source>Xavier, uniform</source>
        <translation>Xavier（均匀）</translation>
    </message>
    <message>
        <source>The same variance as Xavier normal, evenly distributed between two limits.</source>
        <translation>方差与 Xavier（正态）相同，均匀分布在两个界限之间。</translation>
    </message>
    <message>
        <source>He, normal</source>
        <translation>He（正态）</translation>
    </message>
    <message>
        <source>Twice LeCun&apos;s variance, because a ReLU blocks half of the signal. The usual choice for ReLU and its relatives.</source>
        <translation>方差是 LeCun 的两倍，因为 ReLU 挡住了一半信号。ReLU 及其同类的常用选择。</translation>
    </message>
    <message>
        <source>He, uniform</source>
        <translation>He（均匀）</translation>
    </message>
    <message>
        <source>The same variance as He normal, evenly distributed between two limits.</source>
        <translation>方差与 He（正态）相同，均匀分布在两个界限之间。</translation>
    </message>
    <message>
        <source>LeCun, normal</source>
        <translation>LeCun（正态）</translation>
    </message>
    <message>
        <source>Keeps the variance of the signals on their way forward. SELU needs it.</source>
        <translation>使信号在前向传播中保持方差。SELU 需要它。</translation>
    </message>
    <message>
        <source>LeCun, uniform</source>
        <translation>LeCun（均匀）</translation>
    </message>
    <message>
        <source>The same variance as LeCun normal, evenly distributed between two limits.</source>
        <translation>方差与 LeCun（正态）相同，均匀分布在两个界限之间。</translation>
    </message>
    <message>
        <source>Fan-in, uniform</source>
        <translation>扇入（均匀）</translation>
    </message>
    <message>
        <source>Evenly distributed between ±1/√fan_in, as PyTorch draws the weights of a linear layer. A third of LeCun&apos;s variance: signals fade from layer to layer.</source>
        <translation>均匀分布在 ±1/√fan_in 之间，与 PyTorch 抽取线性层权重的方式相同。方差是 LeCun 的三分之一：信号逐层减弱。</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正态分布</translation>
    </message>
    <message>
        <source>A bell curve of the width you choose, the same for every layer.</source>
        <translation>宽度由您选定的钟形曲线，每一层都相同。</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀分布</translation>
    </message>
    <message>
        <source>Evenly distributed between the limits you choose, the same for every layer.</source>
        <translation>均匀分布在您选定的界限之间，每一层都相同。</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>All weights 0: no signal, no gradient, nothing to tell the units apart. A demonstration of why weights are drawn at random.</source>
        <translation>所有权重为 0：没有信号，没有梯度，神经元之间毫无区别。由此可见权重为什么要随机抽取。</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>All weights the same: the units of a layer then learn the same and stay one unit in many copies.</source>
        <translation>所有权重相同：同一层的神经元学到的也相同，始终是一个神经元的许多副本。</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>For classes: the negative logarithm of the probability given to the right answer. Guessing one of two classes costs 0.693.</source>
        <translation>用于分类：赋予正确答案的概率的负对数。在两个类别中瞎猜的代价是 0.693。</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>The squared distance to the target, averaged: the usual loss for fitting a curve.</source>
        <translation>与目标之差的平方的平均：拟合曲线时常用的损失。</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Stochastic gradient descent: a step against the gradient, as long as the gradient is large. Where it has vanished, nothing moves.</source>
        <translation>随机梯度下降：沿梯度的反方向走一步，梯度多大就走多远。梯度消失之处，一切静止不动。</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Divides every step by the usual size of its gradient, so that weights with small gradients move as well.</source>
        <translation>把每一步除以其梯度通常的大小，使梯度很小的权重也能移动。</translation>
    </message>
    <message>
        <source>Range: %1.</source>
        <translation>值域：%1。</translation>
    </message>
    <message>
        <source>Monotone.</source>
        <translation>单调。</translation>
    </message>
    <message>
        <source>Not monotone.</source>
        <translation>不单调。</translation>
    </message>
    <message>
        <source>Kink at %1.</source>
        <translation>折点：%1。</translation>
    </message>
    <message>
        <source>Its derivative vanishes at: %1.</source>
        <translation>导数在此处为零或趋于零：%1。</translation>
    </message>
    <message>
        <source>Usual initializer: %1.</source>
        <translation>常用的初始化：%1。</translation>
    </message>
    <message>
        <source>Paper: %1.</source>
        <translation>论文：%1。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>δ</source>
        <translation>δ</translation>
    </message>
    <message>
        <source>From this error on the loss grows linearly, no longer with the square, so that outliers pull no harder than this. Usual: 1.</source>
        <translation>误差超过此值后，损失不再按平方增长，而是线性增长，离群点的拉力因此不会更大。常用值：1。</translation>
    </message>
    <message>
        <source>How much of the past the average of the squared gradients keeps, by which RMSprop divides its steps. Usual: 0.99.</source>
        <translation>梯度平方的滑动平均保留多少过去的值；RMSprop 用它去除每一步。常用值：0.99。</translation>
    </message>
    <message>
        <source>Centered</source>
        <translation>中心化</translation>
    </message>
    <message>
        <source>Divides by how much the gradient varies about its mean instead of by its size: where it keeps its direction, the steps grow.</source>
        <translation>不除以梯度的大小，而是除以梯度围绕其均值的波动：梯度方向不变之处，步子会变大。</translation>
    </message>
    <message>
        <source>Rate decay</source>
        <translation>学习率衰减</translation>
    </message>
    <message>
        <source>Divides the learning rate by 1 + decay × steps made, on top of any schedule. Usual: 0.</source>
        <translation>把学习率除以 1 + 衰减 × 已走步数，与学习率调度叠加。常用值：0。</translation>
    </message>
    <message>
        <source>Start of the sum</source>
        <translation>累积初值</translation>
    </message>
    <message>
        <source>What the sum of the squared gradients begins with. Above 0 it shortens the first steps, which are otherwise as long as the learning rate. Usual: 0.</source>
        <translation>梯度平方和的起始值。大于 0 时会缩短最初几步，否则这些步子与学习率一样长。常用值：0。</translation>
    </message>
    <message>
        <source>Clip norm</source>
        <translation>按范数裁剪</translation>
    </message>
    <message>
        <source>Shortens the gradient of all weights together to this length where it is longer; its direction stays. It tames exploding gradients. 0: off; usual: 1.</source>
        <translation>全部权重的梯度合起来超过此长度时，将其缩短到此长度，方向不变。可以抑制梯度爆炸。0：关闭；常用值：1。</translation>
    </message>
    <message>
        <source>Clip values</source>
        <translation>按值裁剪</translation>
    </message>
    <message>
        <source>Cuts each element of the gradient off at minus and plus this number, after the norm has been clipped; the direction changes. 0: off; usual: 0.5 to 1.</source>
        <translation>在按范数裁剪之后，把梯度的每个元素限制在正负此值之间；梯度方向会改变。0：关闭；常用值：0.5 到 1。</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 正则化</translation>
    </message>
    <message>
        <source>Pulls all weights and biases towards zero with the same force, however small they are, so that what is not needed comes close to 0. 0: off; usual: 1e-5 to 1e-3.</source>
        <translation>无论大小，都以同样的力把所有权重和偏置拉向零，使不需要的参数接近 0。0：关闭；常用值：1e-5 到 1e-3。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied with, step by step. Large steps at first and small ones at the end find lower losses than steps of one size.</source>
        <translation>每一步学习率所乘的系数。先大步、后小步，比始终同样大小的步子能找到更低的损失。</translation>
    </message>
    <message>
        <source>Steps between drops</source>
        <translation>下降间隔（步）</translation>
    </message>
    <message>
        <source>After so many steps the learning rate drops, again and again.</source>
        <translation>每隔这么多步，学习率下降一次。</translation>
    </message>
    <message>
        <source>γ</source>
        <translation>γ</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied with at every drop, or in every step. Below 1 it falls, above 1 it grows.</source>
        <translation>每次下降时，或每一步，学习率所乘的系数。小于 1 时下降，大于 1 时上升。</translation>
    </message>
    <message>
        <source>Steps down to 0</source>
        <translation>降到 0 的步数</translation>
    </message>
    <message>
        <source>After so many steps the learning rate has come down to 0, and stays there.</source>
        <translation>经过这么多步，学习率降到 0，并保持为 0。</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation>预热步数</translation>
    </message>
    <message>
        <source>In so many steps the learning rate rises evenly to its full height, because the first gradients are often wild. 0: no warm-up.</source>
        <translation>在这么多步内，学习率线性升到设定值，因为最初的梯度往往很不稳定。0：不预热。</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>二元交叉熵</translation>
    </message>
    <message>
        <source>Cross-entropy for two classes with a single output, whose sigmoid is the probability of class 1.</source>
        <translation>用于两个类别、单个输出的交叉熵；输出经 sigmoid 后就是类别 1 的概率。</translation>
    </message>
    <message>
        <source>Hinge</source>
        <translation>合页损失</translation>
    </message>
    <message>
        <source>For two classes with a single output: an answer that is right by a margin of 1 costs nothing and sends no gradient. The loss of support vector machines.</source>
        <translation>用于两个类别、单个输出：正确且间隔达到 1 的答案不计损失，也没有梯度。这是支持向量机的损失。</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <source>The distance to the target, averaged: its gradient has the same size near and far, so that outliers pull no harder than others.</source>
        <translation>到目标距离的平均值：无论远近，梯度大小相同，因此离群点的拉力不会更大。</translation>
    </message>
    <message>
        <source>Huber</source>
        <translation>Huber 损失</translation>
    </message>
    <message>
        <source>Squared for small errors, linear for large ones: it settles as calmly as the squared error, and outliers cannot carry it away.</source>
        <translation>误差小时为平方，误差大时为线性：像平方误差一样平稳收敛，又不会被离群点带偏。</translation>
    </message>
    <message>
        <source>Adagrad</source>
        <translation>Adagrad</translation>
    </message>
    <message>
        <source>Divides every step by the root of the sum of all squared gradients so far: weights with small gradients move as well, and all steps become shorter with time.</source>
        <translation>每一步都除以至今所有梯度平方之和的平方根：梯度小的权重也会移动，而所有步子会随时间变短。</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Divides every step by the size of the latest gradients, so that the steps do not become shorter with time as those of Adagrad do.</source>
        <translation>每一步都除以最近梯度的大小，因此步子不会像 Adagrad 那样随时间变短。</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adam whose weight decay is not divided by the size of the gradient: all weights shrink by the same share in every step.</source>
        <translation>权重衰减不除以梯度大小的 Adam：每一步所有权重都按同样的比例缩小。</translation>
    </message>
    <message>
        <source>The learning rate stays as it is set.</source>
        <translation>学习率保持设定值不变。</translation>
    </message>
    <message>
        <source>Drops</source>
        <translation>阶梯下降</translation>
    </message>
    <message>
        <source>The learning rate stays for a while and then drops at once; the loss often falls with it.</source>
        <translation>学习率保持一段时间后突然下降；损失往往随之下降。</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>The learning rate changes by the same share in every step.</source>
        <translation>每一步学习率都按同样的比例变化。</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>The learning rate falls to 0 along half a cosine wave: slowly at first, fast in the middle, slowly at the end.</source>
        <translation>学习率沿半个余弦波降到 0：先慢，中间快，最后又慢。</translation>
    </message>
    <message>
        <source>What the network has to learn: points in the plane, a curve, pictures, or a table of your own.</source>
        <translation>网络要学习的内容：平面上的点、一条曲线、图片，或您自己的表格。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>How many clouds there are. The more there are, the closer they lie together.</source>
        <translation>点云的个数。个数越多，彼此靠得越近。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The file with the data. Its name is relative to the folder of the experiment.</source>
        <translation>存放数据的文件。文件名相对于实验所在的文件夹。</translation>
    </message>
    <message>
        <source>File of labels</source>
        <translation>标签文件</translation>
    </message>
    <message>
        <source>The file with the class of each picture, in the order of the pictures.</source>
        <translation>存放每张图片类别的文件，顺序与图片相同。</translation>
    </message>
    <message>
        <source>Column to be learned</source>
        <translation>学习目标列</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>What stands between the cells of a row.</source>
        <translation>一行中各单元格之间的符号。</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Whether the first row has the names of the columns. Automatic: it has if there is anything but numbers in it, the column to be learned aside.</source>
        <translation>第一行是否为列名。自动：除学习目标列外，若第一行含有不是数字的内容，即为列名。</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Whether classes are to be told apart or a number is to be predicted. Automatic: classes, if there are words to be learned or at most 20 different whole numbers.</source>
        <translation>是区分类别，还是预测一个数。自动：若学习目标是文字，或最多 20 个不同的整数，则区分类别。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>The points that were drawn, each with its class.</source>
        <translation>绘制的点，每个点带有类别。</translation>
    </message>
    <message>
        <source>Gaussian clouds</source>
        <translation>高斯点云</translation>
    </message>
    <message>
        <source>Round clouds on a circle, one for each class: more than two classes in one picture.</source>
        <translation>圆周上的圆形点云，每个类别一团：一幅图中可以有两个以上的类别。</translation>
    </message>
    <message>
        <source>Drawn points</source>
        <translation>手绘点</translation>
    </message>
    <message>
        <source>Points of your own, set by hand: make the task that shows what you mean.</source>
        <translation>您亲手放置的点：设计出能说明问题的任务。</translation>
    </message>
    <message>
        <source>Staircase</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>A curve of flat stairs and steep edges: hard for smooth activations.</source>
        <translation>由平台和陡边组成的曲线：对光滑的激活函数来说很难。</translation>
    </message>
    <message>
        <source>Bump</source>
        <translation>单峰</translation>
    </message>
    <message>
        <source>A single bell on flat ground: the smallest thing that a network is built from.</source>
        <translation>平地上的一个钟形峰：网络由这样的最小单元搭成。</translation>
    </message>
    <message>
        <source>Iris flowers</source>
        <translation>鸢尾花</translation>
    </message>
    <message>
        <source>150 flowers of three species, told apart by four lengths: the classic of statistics.</source>
        <translation>三个品种的 150 朵花，凭四个长度区分：统计学的经典数据。</translation>
    </message>
    <message>
        <source>Wine</source>
        <translation>葡萄酒</translation>
    </message>
    <message>
        <source>178 wines of three growers, told apart by 13 measurements. Few samples: mind overfitting.</source>
        <translation>三家酒庄的 178 种葡萄酒，凭 13 个测量值区分。样本很少：请留意过拟合。</translation>
    </message>
    <message>
        <source>Breast cancer</source>
        <translation>乳腺癌</translation>
    </message>
    <message>
        <source>569 tumours, malignant or benign, told apart by 30 measurements of their cells.</source>
        <translation>569 个肿瘤，恶性或良性，凭细胞的 30 个测量值区分。</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表格（CSV）</translation>
    </message>
    <message>
        <source>A table of your own in a text file. “Import data …” in the File menu shows what is in it.</source>
        <translation>您自己的文本文件表格。文件菜单中的“导入数据…”可查看其内容。</translation>
    </message>
    <message>
        <source>Pictures (IDX)</source>
        <translation>图片文件</translation>
    </message>
    <message>
        <source>Pictures and their classes in the format of MNIST, also gzipped.</source>
        <translation>MNIST 格式的图片及其类别，也可用 gzip 压缩。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>The sign that stands equally often in all rows.</source>
        <translation>在各行中出现次数相同的符号。</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>As in 1.5,2,red.</source>
        <translation>例如 1.5,2,red。</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>As in 1.5;2;red.</source>
        <translation>例如 1.5;2;red。</translation>
    </message>
    <message>
        <source>Tabulator</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>As spreadsheets copy their cells.</source>
        <translation>电子表格复制单元格时使用的符号。</translation>
    </message>
    <message>
        <source>The first row is a header if there are words where numbers should be.</source>
        <translation>若应为数字之处出现文字，则第一行是表头。</translation>
    </message>
    <message>
        <source>The first row</source>
        <translation>第一行</translation>
    </message>
    <message>
        <source>The first row has the names of the columns.</source>
        <translation>第一行是各列的名称。</translation>
    </message>
    <message>
        <source>The first row is a sample like all others.</source>
        <translation>第一行与其他各行一样，是一个样本。</translation>
    </message>
    <message>
        <source>Classes, if there are words to be learned or at most 20 different whole numbers.</source>
        <translation>若学习目标是文字，或最多 20 个不同的整数，则区分类别。</translation>
    </message>
    <message>
        <source>Every different value is a class.</source>
        <translation>每个不同的值是一个类别。</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>The value is a number to be predicted.</source>
        <translation>该值是要预测的数。</translation>
    </message>
    <message>
        <source>The column that the network has to predict from the others: its name, or its number from 0; −1 is the last one.</source>
        <translation>网络要根据其他各列预测的那一列：列名，或从 0 开始的列号；−1 表示最后一列。</translation>
    </message>
    <message>
        <source>One slope a unit</source>
        <translation>每个神经元一个斜率</translation>
    </message>
    <message>
        <source>Every unit learns a slope of its own; else all units of a layer share one.</source>
        <translation>每个神经元学习自己的斜率；否则同一层的所有神经元共用一个。</translation>
    </message>
    <message>
        <source>Smallest slope</source>
        <translation>最小斜率</translation>
    </message>
    <message>
        <source>In training each slope left of zero is drawn at random between this one and the largest. Usual: 1/8.</source>
        <translation>训练时，零点左侧的每个斜率都在此值与最大斜率之间随机选取。通常取 1/8。</translation>
    </message>
    <message>
        <source>Largest slope</source>
        <translation>最大斜率</translation>
    </message>
    <message>
        <source>In training each slope left of zero is drawn at random between the smallest and this one. Usual: 1/3.</source>
        <translation>训练时，零点左侧的每个斜率都在最小斜率与此值之间随机选取。通常取 1/3。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Only what is above it passes. 0: as a ReLU does.</source>
        <translation>只有高于阈值的部分才能通过。取 0 时与 ReLU 相同。</translation>
    </message>
    <message>
        <source>Value below</source>
        <translation>阈值以下的值</translation>
    </message>
    <message>
        <source>What f is where nothing passes. Usual: 0.</source>
        <translation>不能通过之处 f 的取值。通常取 0。</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>The smallest value of f; below it the slope is 0. Usual: −1.</source>
        <translation>f 的最小值；低于此处斜率为 0。通常取 −1。</translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>The largest value of f; above it the slope is 0. Usual: 1. A ceiling below the floor makes f constant.</source>
        <translation>f 的最大值；高于此处斜率为 0。通常取 1。上限低于下限时 f 为常数。</translation>
    </message>
    <message>
        <source>β</source>
        <translation>β</translation>
    </message>
    <message>
        <source>How sharp the bend at zero is: the larger, the closer the curve comes to a ReLU. Usual: 1.</source>
        <translation>零点处弯折的锐利程度：越大，曲线越接近 ReLU。通常取 1。</translation>
    </message>
    <message>
        <source>b</source>
        <translation>b</translation>
    </message>
    <message>
        <source>λ</source>
        <translation>λ</translation>
    </message>
    <message>
        <source>Half the width of the dead zone around zero. Usual: 0.5.</source>
        <translation>零点附近死区宽度的一半。通常取 0.5。</translation>
    </message>
    <message>
        <source>ω</source>
        <translation>ω</translation>
    </message>
    <message>
        <source>The frequency: how many radians the wave turns for each unit of z. Large ones draw finer details and are harder to train. Usual: 1; 30 in networks made of sines.</source>
        <translation>频率：z 每增加 1，相位前进多少弧度。频率大时能刻画更细的细节，但更难训练。通常取 1；完全由正弦构成的网络取 30。</translation>
    </message>
    <message>
        <source>How far down the curve goes on the left: it settles at −α. Usual: 1; any other makes a kink at zero in an ELU, none in a CELU.</source>
        <translation>曲线在左侧下降到多低：它趋于 −α。通常取 1；取其他值时，ELU 在零点处有折点，CELU 则没有。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>阶跃函数</translation>
    </message>
    <message>
        <source>All or nothing: a neuron as McCulloch and Pitts drew it in 1943. It has no slope anywhere, so that no gradient comes through and nothing below it can learn.</source>
        <translation>全有或全无：McCulloch 和 Pitts 在 1943 年描绘的神经元。它处处没有斜率，梯度无法通过，其下的各层都无法学习。</translation>
    </message>
    <message>
        <source>Hard sigmoid</source>
        <translation>硬 sigmoid</translation>
    </message>
    <message>
        <source>A sigmoid made of three straight lines: quick to compute, and flat from ±3 on.</source>
        <translation>由三段直线构成的 sigmoid：计算很快，±3 以外是平的。</translation>
    </message>
    <message>
        <source>Log-sigmoid</source>
        <translation>对数 sigmoid</translation>
    </message>
    <message>
        <source>The logarithm of the sigmoid: a softplus turned around, straight on the left and flat on the right.</source>
        <translation>sigmoid 的对数：翻转过来的 softplus，左侧是直线，右侧是平的。</translation>
    </message>
    <message>
        <source>Hard tanh</source>
        <translation>硬 tanh</translation>
    </message>
    <message>
        <source>Straight between a floor and a ceiling, flat outside: a tanh made of three lines.</source>
        <translation>在下限与上限之间是直线，之外是平的：由三段直线构成的 tanh。</translation>
    </message>
    <message>
        <source>An S like the tanh, whose slope fades far more slowly: as 1/z² and not exponentially.</source>
        <translation>与 tanh 相似的 S 形曲线，但斜率衰减慢得多：按 1/z² 而不是按指数衰减。</translation>
    </message>
    <message>
        <source>Arctangent</source>
        <translation>反正切</translation>
    </message>
    <message>
        <source>An S between ±π/2, whose slope fades as 1/z².</source>
        <translation>介于 ±π/2 之间的 S 形曲线，斜率按 1/z² 衰减。</translation>
    </message>
    <message>
        <source>What the tanh takes away: flat around zero, straight far outside.</source>
        <translation>z 中被 tanh 去掉的部分：零点附近是平的，远处是直线。</translation>
    </message>
    <message>
        <source>A ReLU with a ceiling at 6, made for small numbers of few bits. Units can die at both ends.</source>
        <translation>上限为 6 的 ReLU，为位数很少的低精度数而设计。神经元在两端都可能死亡。</translation>
    </message>
    <message>
        <source>A Leaky ReLU whose slope on the left is drawn at random in training, and is the mean of its bounds afterwards.</source>
        <translation>训练时左侧斜率随机选取、训练后取上下界均值的 Leaky ReLU。</translation>
    </message>
    <message>
        <source>Passes what is above a threshold and puts one number in place of the rest.</source>
        <translation>让高于阈值的部分通过，其余用一个固定的数代替。</translation>
    </message>
    <message>
        <source>An ELU whose curve has no kink whatever its α: the exponential is stretched along with it.</source>
        <translation>无论 α 取何值都没有折点的 ELU：指数部分随之一起拉伸。</translation>
    </message>
    <message>
        <source>Passes z by the probability that a normal number is smaller: smooth, with a little dip below zero. The usual choice in transformers.</source>
        <translation>按标准正态随机数小于 z 的概率让 z 通过：平滑，在零点以下略有凹陷。Transformer 中的常用选择。</translation>
    </message>
    <message>
        <source>GELU, by tanh</source>
        <translation>GELU（tanh 近似）</translation>
    </message>
    <message>
        <source>The GELU by an approximation with tanh, as the first GPT networks computed it.</source>
        <translation>用 tanh 近似的 GELU，最早的 GPT 网络就是这样计算的。</translation>
    </message>
    <message>
        <source>z times its own sigmoid: smooth, with a dip to −0.28 below zero, and a gradient on both sides.</source>
        <translation>z 乘以自身的 sigmoid：平滑，在零点左侧凹陷到 −0.28，两侧都有梯度。</translation>
    </message>
    <message>
        <source>A SiLU with a parameter: β = 0 is a straight line, a large β nearly a ReLU.</source>
        <translation>带参数的 SiLU：β = 0 时是直线，β 很大时几乎就是 ReLU。</translation>
    </message>
    <message>
        <source>Hard swish</source>
        <translation>硬 Swish</translation>
    </message>
    <message>
        <source>A Swish put together from a parabola and two lines, made for phones.</source>
        <translation>由一段抛物线和两段直线拼成的 Swish，为手机而设计。</translation>
    </message>
    <message>
        <source>Much like SiLU, with a slightly deeper dip: z times the tanh of its softplus.</source>
        <translation>与 SiLU 很相似，凹陷略深：z 乘以其 softplus 的 tanh。</translation>
    </message>
    <message>
        <source>A ReLU with a round bend: its slope is the sigmoid.</source>
        <translation>弯折处圆滑的 ReLU：它的斜率就是 sigmoid。</translation>
    </message>
    <message>
        <source>A softplus without an exponential: half of a hyperbola, whose slope fades only as 1/z² on the left.</source>
        <translation>不含指数的 softplus：半支双曲线，左侧的斜率只按 1/z² 衰减。</translation>
    </message>
    <message>
        <source>Pulls everything towards zero by λ; what is smaller becomes 0. It makes signals sparse.</source>
        <translation>把一切向零拉近 λ，更小的变为 0。它使信号变得稀疏。</translation>
    </message>
    <message>
        <source>Sets what is smaller than λ to 0 and leaves the rest as it is; so it jumps at ±λ.</source>
        <translation>把小于 λ 的置为 0，其余保持不变；因此在 ±λ 处跳变。</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>A wave: it never saturates, but its slope changes its sign again and again. It can draw fine details of pictures and sounds.</source>
        <translation>一种波：它从不饱和，但斜率的符号反复变化。它能刻画图像和声音的细节。</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯函数</translation>
    </message>
    <message>
        <source>A bell: strong around zero, nothing far away on either side. Each unit answers to a place, not to a direction.</source>
        <translation>钟形曲线：零点附近强，两侧远处为零。每个神经元响应的是一个位置，而不是一个方向。</translation>
    </message>
    <message>
        <source>Absolute value</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>Folds the left side over to the right: the gradient keeps its full strength on both sides and changes its sign.</source>
        <translation>把左侧折到右侧：梯度在两侧都保持全部强度，只改变符号。</translation>
    </message>
    <message>
        <source>Bent identity</source>
        <translation>弯曲恒等</translation>
    </message>
    <message>
        <source>A line with a bend: slope 1/2 far on the left, 3/2 far on the right, so that no gradient can vanish in it.</source>
        <translation>一条弯折的线：左侧远处斜率为 1/2，右侧远处为 3/2，因此斜率处处不为零。</translation>
    </message>
    <message>
        <source>Grows without any measure: a few layers of it are enough to make a network explode.</source>
        <translation>增长没有节制：几层就足以使网络爆炸。</translation>
    </message>
    <message>
        <source>Silences some of the hidden units at random in every training step, so that none can rely on another. Evaluation always uses all of them.</source>
        <translation>在每个训练步随机关闭一部分隐藏神经元，使它们不能互相依赖。评估时总是使用全部神经元。</translation>
    </message>
    <message>
        <source>Dropout rate</source>
        <translation>Dropout 比例</translation>
    </message>
    <message>
        <source>Share of the hidden units that is silenced at random in every training step. 0: none. Usual: 0.1 to 0.5.</source>
        <translation>每个训练步中随机关闭的隐藏神经元所占的比例。0：不关闭。常用值：0.1 到 0.5。</translation>
    </message>
    <message>
        <source>Each layer its own</source>
        <translation>逐层设置</translation>
    </message>
    <message>
        <source>Lets every hidden layer have its own units, activation, normalization, skip and dropout. What a layer does not have of its own follows the network.</source>
        <translation>让每个隐藏层拥有自己的神经元数、激活函数、归一化、跳跃连接和 Dropout。某层没有单独设置的内容沿用整个网络的设置。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Units of this hidden layer.</source>
        <translation>这个隐藏层的神经元数。</translation>
    </message>
    <message>
        <source>Layer normalization</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>Over the units of each sample, not over the batch: it does the same in training and afterwards, and a batch of one is enough.</source>
        <translation>在每个样本的各神经元上统计，而不是在小批量上：训练时和训练后做法相同，批大小为 1 也可以。</translation>
    </message>
    <message>
        <source>RMS normalization</source>
        <translation>RMS 归一化</translation>
    </message>
    <message>
        <source>Divides each sample&apos;s sums by their root mean square; the mean is left alone.</source>
        <translation>把每个样本的加权和除以其均方根；均值保持不变。</translation>
    </message>
    <message>
        <source>No skip</source>
        <translation>无跳跃连接</translation>
    </message>
    <message>
        <source>Everything goes through the layer.</source>
        <translation>一切都要经过这一层。</translation>
    </message>
    <message>
        <source>Skip before the activation</source>
        <translation>激活之前的跳跃连接</translation>
    </message>
    <message>
        <source>The layer&apos;s input is added to z, before f is applied, where both are equally wide.</source>
        <translation>在应用 f 之前，把该层的输入加到 z 上（两者宽度相同时）。</translation>
    </message>
    <message>
        <source>Skip around the layer</source>
        <translation>绕过该层的跳跃连接</translation>
    </message>
    <message>
        <source>The layer&apos;s input is added to its output, where both are equally wide: the gradient has a way back on which nothing weakens it.</source>
        <translation>把该层的输入加到它的输出上（两者宽度相同时）：梯度因此有一条不被削弱的回传之路。</translation>
    </message>
    <message>
        <source>A silenced unit gives 0, and the others give more, so that the mean stays.</source>
        <translation>被关闭的神经元输出 0，其余的输出相应增大，使均值不变。</translation>
    </message>
    <message>
        <source>Alpha dropout</source>
        <translation>Alpha Dropout</translation>
    </message>
    <message>
        <source>Made for SELU: a silenced unit gives SELU&apos;s lowest value, and mean and variance stay.</source>
        <translation>为 SELU 设计：被关闭的神经元输出 SELU 的最小值，均值和方差保持不变。</translation>
    </message>
    <message>
        <source>Orthogonal</source>
        <translation>正交</translation>
    </message>
    <message>
        <source>Rows or columns stand at right angles to each other: a linear layer turns what goes through, and makes nothing longer or shorter.</source>
        <translation>行或列两两垂直：线性层只旋转经过它的信号，不使其变长或变短。</translation>
    </message>
    <message>
        <source>LSUV</source>
        <translation>LSUV（数据驱动）</translation>
    </message>
    <message>
        <source>Orthogonal weights, then scaled layer by layer until what comes out has unit variance on the training data itself.</source>
        <translation>正交权重，再逐层缩放，直到在训练数据上输出的方差为 1。</translation>
    </message>
    <message>
        <source>Randomized asymmetric</source>
        <translation>随机非对称</translation>
    </message>
    <message>
        <source>Made against dying ReLUs: every unit gets one weight, or its bias, that is positive for sure, so that fewer are born dead.</source>
        <translation>针对 ReLU 死亡而设计：每个神经元都有一个权重或偏置必为正，因此一开始就死亡的神经元更少。</translation>
    </message>
    <message>
        <source>Layer %1, %2</source>
        <translation>第 %1 层，%2</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>f(x) with + − * / ^, parentheses, comparisons and if(condition, p, q), numbers, pi, e, the parameters a, b and c, and min, max, abs, sign, exp, log, sqrt, sin, cos, tanh, erf, sigmoid, softplus, relu, clamp and some more. The derivative is exact.</source>
        <translation>f(x)，可用 + − * / ^、括号、比较和 if(x&gt;0, p, q)，数字、pi、e，参数 a、b 和 c，以及 min、max、abs、sign、exp、log、sqrt、sin、cos、tanh、erf、sigmoid、softplus、relu、clamp 等函数。导数是精确的。</translation>
    </message>
    <message>
        <source>a</source>
        <translation>参数 a</translation>
    </message>
    <message>
        <source>Stands for a in the formula that you type.</source>
        <translation>在您输入的公式中代表 a。</translation>
    </message>
    <message>
        <source>Squareplus: how wide the bend at zero is; the curve passes z = 0 at √b / 2. 0: a ReLU. Usual: 4. In a formula of your own it stands for b.</source>
        <translation>Squareplus：零点处弯曲的宽度；曲线在 z = 0 处的值为 √b / 2。0：即 ReLU。常用值：4。在自定义公式中代表 b。</translation>
    </message>
    <message>
        <source>c</source>
        <translation>参数 c</translation>
    </message>
    <message>
        <source>Stands for c in the formula that you type.</source>
        <translation>在您输入的公式中代表 c。</translation>
    </message>
    <message>
        <source>Your own formula</source>
        <translation>自定义公式</translation>
    </message>
    <message>
        <source>Type any formula: its curve, its exact derivative, its kinks and its tails are found, and the network trains with it at once.</source>
        <translation>输入任意公式：程序会求出它的曲线、精确导数、折点和尾部，网络立即用它训练。</translation>
    </message>
    <message>
        <source>Dead units: notice from</source>
        <translation>死亡神经元：提示起点</translation>
    </message>
    <message>
        <source>Which share of a layer&apos;s units may have no derivative on any sample.</source>
        <translation>一层中可以有多大比例的神经元在任何样本上都没有导数。</translation>
    </message>
    <message>
        <source>Dead units: alarm from</source>
        <translation>死亡神经元：警告起点</translation>
    </message>
    <message>
        <source>From which share of dead units in a layer on there is an alarm. A quarter more than before the first step is one in any case.</source>
        <translation>一层中死亡神经元达到多大比例时发出警告。无论如何，比第一步之前多出四分之一也是警告。</translation>
    </message>
    <message>
        <source>Units asleep: notice from</source>
        <translation>休眠神经元：提示起点</translation>
    </message>
    <message>
        <source>Which share of a layer&apos;s units may be on their weak side on every sample.</source>
        <translation>一层中可以有多大比例的神经元在每个样本上都处于弱侧。</translation>
    </message>
    <message>
        <source>Units asleep: alarm from</source>
        <translation>休眠神经元：警告起点</translation>
    </message>
    <message>
        <source>From which share of units asleep in a layer on there is an alarm.</source>
        <translation>一层中休眠神经元达到多大比例时发出警告。</translation>
    </message>
    <message>
        <source>Saturation: notice from</source>
        <translation>饱和：提示起点</translation>
    </message>
    <message>
        <source>Which share of a layer&apos;s values may lie where the activation is nearly flat.</source>
        <translation>一层中可以有多大比例的值位于激活函数几乎平坦之处。</translation>
    </message>
    <message>
        <source>Saturation: alarm from</source>
        <translation>饱和：警告起点</translation>
    </message>
    <message>
        <source>From which share of saturated values in a layer on there is an alarm.</source>
        <translation>一层中饱和值达到多大比例时发出警告。</translation>
    </message>
    <message>
        <source>Collapse: notice below</source>
        <translation>坍缩：提示下限</translation>
    </message>
    <message>
        <source>How little a layer may differ from sample to sample: a standard deviation.</source>
        <translation>一层在样本之间至少要有多大差异：标准差。</translation>
    </message>
    <message>
        <source>Collapse: alarm below</source>
        <translation>坍缩：警告下限</translation>
    </message>
    <message>
        <source>Below which standard deviation over the samples a layer tells them apart no more.</source>
        <translation>样本间标准差低于多少时，该层不再能区分样本。</translation>
    </message>
    <message>
        <source>Plateau: notice from</source>
        <translation>停滞：提示起点</translation>
    </message>
    <message>
        <source>After how many steps in which the loss has not fallen by 1 % it is mentioned.</source>
        <translation>损失多少步没有下降 1 % 时给出提示。</translation>
    </message>
    <message>
        <source>Plateau: alarm from</source>
        <translation>停滞：警告起点</translation>
    </message>
    <message>
        <source>After how many steps in which the loss has not fallen by 1 % there is an alarm.</source>
        <translation>损失多少步没有下降 1 % 时发出警告。</translation>
    </message>
    <message>
        <source>Learning rate too high: notice above</source>
        <translation>学习率过高：提示上限</translation>
    </message>
    <message>
        <source>How large an update may be, compared with the weights: 0.01 is 10 to the −2.</source>
        <translation>与权重相比，更新可以有多大：0.01 即 10 的 −2 次方。</translation>
    </message>
    <message>
        <source>Learning rate too high: alarm above</source>
        <translation>学习率过高：警告上限</translation>
    </message>
    <message>
        <source>From which size of an update, compared with the weights, on there is an alarm.</source>
        <translation>与权重相比，更新达到多大时发出警告。</translation>
    </message>
    <message>
        <source>Learning rate too low: notice below</source>
        <translation>学习率过低：提示下限</translation>
    </message>
    <message>
        <source>How small an update may be, compared with the weights: 0.0001 is 10 to the −4.</source>
        <translation>与权重相比，更新可以有多小：0.0001 即 10 的 −4 次方。</translation>
    </message>
    <message>
        <source>Learning rate too low: alarm below</source>
        <translation>学习率过低：警告下限</translation>
    </message>
    <message>
        <source>Below which size of an update, compared with the weights, there is an alarm.</source>
        <translation>与权重相比，更新小于多少时发出警告。</translation>
    </message>
    <message>
        <source>Initialization: notice above</source>
        <translation>初始化：提示上限</translation>
    </message>
    <message>
        <source>By which factor the spread of z may change from the first layer to another one.</source>
        <translation>z 的散布从第一层到另一层可以改变多少倍。</translation>
    </message>
    <message>
        <source>Initialization: alarm above</source>
        <translation>初始化：警告上限</translation>
    </message>
    <message>
        <source>From which factor between the spreads of z in two layers on there is an alarm.</source>
        <translation>两层中 z 的散布相差多少倍时发出警告。</translation>
    </message>
    <message>
        <source>Overfitting: notice above</source>
        <translation>过拟合：提示上限</translation>
    </message>
    <message>
        <source>How much larger the test loss may be than the training loss, compared with the loss of knowing nothing.</source>
        <translation>与一无所知时的损失相比，测试损失可以比训练损失大多少。</translation>
    </message>
    <message>
        <source>Overfitting: alarm above</source>
        <translation>过拟合：警告上限</translation>
    </message>
    <message>
        <source>From which distance of test loss and training loss, compared with the loss of knowing nothing, on there is an alarm.</source>
        <translation>与一无所知时的损失相比，测试损失与训练损失相差多少时发出警告。</translation>
    </message>
    <message>
        <source>Classes never predicted: notice from</source>
        <translation>从未预测的类别：提示起点</translation>
    </message>
    <message>
        <source>Which share of the classes may be the answer to no sample.</source>
        <translation>可以有多大比例的类别从未成为任何样本的答案。</translation>
    </message>
    <message>
        <source>Classes never predicted: alarm from</source>
        <translation>从未预测的类别：警告起点</translation>
    </message>
    <message>
        <source>From which share of classes that are never the answer on there is an alarm.</source>
        <translation>从未成为答案的类别达到多大比例时发出警告。</translation>
    </message>
</context>
<context>
    <name>app::RunWords</name>
    <message>
        <source>the pre-activation z</source>
        <translation>预激活值 z</translation>
    </message>
    <message>
        <source>the loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>the gradient delta</source>
        <translation>梯度 δ</translation>
    </message>
    <message>
        <source>a weight or bias</source>
        <translation>某个权重或偏置</translation>
    </message>
    <message>
        <source>the output layer</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>The run diverged at step %1: in %2, %3 is no longer a finite number. A smaller learning rate or another initializer may help.</source>
        <translation>训练在第 %1 步发散（%2，%3）：数值不再有限。减小学习率或换一种初始化方法也许会有帮助。</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>%1, accuracy %2</source>
        <translation>%1，准确率 %2</translation>
    </message>
    <message>
        <source>Stopped after %1 steps.</source>
        <translation>在 %1 步之后停止。</translation>
    </message>
    <message>
        <source>%1 steps made.</source>
        <translation>已训练 %1 步。</translation>
    </message>
    <message>
        <source>Training: %1.</source>
        <translation>训练集：%1。</translation>
    </message>
    <message>
        <source>Test: %1.</source>
        <translation>测试集：%1。</translation>
    </message>
    <message>
        <source>Ratio of the gradients of first and last layer: %1.</source>
        <translation>第一层与最后一层的梯度之比：%1。</translation>
    </message>
</context>
<context>
    <name>app::SweepWords</name>
    <message>
        <source>%1 of %2 runs done.</source>
        <translation>已完成 %1/%2 次运行。</translation>
    </message>
    <message>
        <source>Diverged: %1.</source>
        <translation>发散：%1。</translation>
    </message>
    <message>
        <source>The same command with --resume adds those that are missing.</source>
        <translation>用同一命令加上 --resume 可补上缺少的运行。</translation>
    </message>
</context>
<context>
    <name>ui::ActivationPanel</name>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>The activation function f and its derivative f′ over the pre-activation z. Below them: where z of the selected layer falls, over all its units and the samples of the probe set.

On its way back every gradient is multiplied by f′(z). Where much of the data sits over a small f′, little gradient gets through. The tinted areas are the saturating tails: beyond them f′ stays below a tenth of its reference.

Move a parameter&apos;s slider and the curve follows; click a layer in another card to look at its data.</source>
        <translation>激活函数 f 及其导数 f′ 随预激活值 z 的变化。下方是所选层的 z 落在哪里，取自该层的所有神经元和探测集的样本。

梯度回传时都要乘以 f′(z)。如果大部分数据落在 f′ 很小的地方，就只有很少的梯度能通过。着色的区域是饱和尾部：在那里 f′ 始终低于参考值的十分之一。

移动参数的滑块，曲线会随之变化；点击其他卡片中的某一层，可查看该层的数据。</translation>
    </message>
    <message>
        <source>no finite z in this layer</source>
        <translation>该层没有有限的 z</translation>
    </message>
    <message>
        <source>density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>There is no activation of this name.</source>
        <translation>没有叫这个名称的激活函数。</translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation>没有隐藏层</translation>
    </message>
    <message>
        <source>layer %1: %2 of z saturated</source>
        <translation>第 %1 层：%2 的 z 已饱和</translation>
    </message>
    <message>
        <source>layer %1: f′ = 0 at %2 of z</source>
        <translation>第 %1 层：%2 的 z 处 f′ = 0</translation>
    </message>
    <message>
        <source>layer %1, left of here</source>
        <translation>第 %1 层，此处以左</translation>
    </message>
    <message>
        <source>%1; there is no hidden layer.</source>
        <translation>%1；没有隐藏层。</translation>
    </message>
    <message>
        <source>%1; z of layer %2 has mean %3 and standard deviation %4, %5 of it saturated, f′ = 0 at %6.</source>
        <translation>%1；第 %2 层的 z 均值为 %3，标准差为 %4，其中 %5 已饱和，%6 处 f′ = 0。</translation>
    </message>
    <message>
        <source>range: %1</source>
        <translation>值域：%1</translation>
    </message>
    <message>
        <source>f′ jumps at z = %1</source>
        <translation>f′ 在 z = %1 处跳变</translation>
    </message>
    <message>
        <source>f′ is 0 or fades where %1</source>
        <translation>f′ 为 0 或趋于 0 之处：%1</translation>
    </message>
    <message>
        <source>usual initializer: %1</source>
        <translation>常用的初始化：%1</translation>
    </message>
    <message>
        <source>in PyTorch: %1</source>
        <translation>在 PyTorch 中：%1</translation>
    </message>
    <message>
        <source>Layer %1 at step %2</source>
        <translation>第 %1 层，第 %2 步</translation>
    </message>
    <message>
        <source>at the mean of &lt;i&gt;z&lt;/i&gt;: &lt;i&gt;f&lt;/i&gt;(%1) = &lt;b&gt;%2&lt;/b&gt;, &lt;i&gt;f&lt;/i&gt; ′(%1) = &lt;b&gt;%3&lt;/b&gt;</source>
        <translation>在 &lt;i&gt;z&lt;/i&gt; 的均值处：&lt;i&gt;f&lt;/i&gt;(%1) = &lt;b&gt;%2&lt;/b&gt;，&lt;i&gt;f&lt;/i&gt; ′(%1) = &lt;b&gt;%3&lt;/b&gt;</translation>
    </message>
    <message>
        <source>share of values with &lt;i&gt;f&lt;/i&gt; ′(&lt;i&gt;z&lt;/i&gt;) = 0: &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>&lt;i&gt;f&lt;/i&gt; ′(&lt;i&gt;z&lt;/i&gt;) = 0 的比例：&lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>factor of &lt;i&gt;f&lt;/i&gt; ′ on the way back: rms ∂&lt;i&gt;z&lt;/i&gt; / rms ∂&lt;i&gt;a&lt;/i&gt; = &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>回传时 &lt;i&gt;f&lt;/i&gt; ′ 的倍数：rms ∂&lt;i&gt;z&lt;/i&gt; / rms ∂&lt;i&gt;a&lt;/i&gt; = &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Most of the data lies where f′ is near 1, little of it over the tails: 25 % saturated values in a layer deserve a notice, 50 % an alarm.</source>
        <translation>大部分数据落在 f′ 接近 1 的地方，很少落在尾部：一层中有 25 % 的值饱和就该提示，50 % 就该警告。</translation>
    </message>
    <message>
        <source>The factor of f′ stays near 1. The sigmoid&apos;s is at most 1/4, so deep sigmoid networks lose their gradient.</source>
        <translation>f′ 的倍数保持在 1 附近。sigmoid 的最多为 1/4，因此深层 sigmoid 网络会失去梯度。</translation>
    </message>
    <message>
        <source>Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks (2010)</source>
        <translation>Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks (2010)</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>found numerically for z from −50 to 50</source>
        <translation>在 z 从 −50 到 50 的范围内用数值方法求得</translation>
    </message>
    <message>
        <source>monotone</source>
        <translation>单调</translation>
    </message>
    <message>
        <source>not monotone</source>
        <translation>不单调</translation>
    </message>
    <message>
        <source>saturates left of z = %1</source>
        <translation>在 z = %1 左侧饱和</translation>
    </message>
    <message>
        <source>saturates right of z = %1</source>
        <translation>在 z = %1 右侧饱和</translation>
    </message>
    <message>
        <source>f′ is exactly 0 for z in %1</source>
        <translation>z 在 %1 内时 f′ 恰为 0</translation>
    </message>
    <message>
        <source>f or f′ is no finite number for z in %1</source>
        <translation>z 在 %1 内时 f 或 f′ 不是有限数</translation>
    </message>
    <message>
        <source>saturated, %1: &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>饱和，%1：&lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <comment>two inequalities</comment>
        <translation>%1 或 %2</translation>
    </message>
</context>
<context>
    <name>ui::AutopsyPicture</name>
    <message>
        <source>z before</source>
        <translation>之前的 z</translation>
    </message>
    <message>
        <source>z after</source>
        <translation>之后的 z</translation>
    </message>
    <message>
        <source>Would it live, had there been …</source>
        <translation>若当初是……它会活着吗？</translation>
    </message>
</context>
<context>
    <name>ui::AutopsyWords</name>
    <message>
        <source>The autopsy could not be made.</source>
        <translation>无法进行尸检。</translation>
    </message>
    <message>
        <source>The run is made again, and the unit looked at after every step: %1.</source>
        <translation>正在重做这次运行，并在每一步之后观察该神经元：%1。</translation>
    </message>
    <message>
        <source>The unit is alive at step %1.</source>
        <translation>该神经元在第 %1 步时活着。</translation>
    </message>
    <message>
        <source>The unit is dead from the start: at step 0 and at every step since.</source>
        <translation>该神经元从一开始就是死的：在第 0 步以及此后的每一步。</translation>
    </message>
    <message>
        <source>The unit died at step %1, of a changed setting.</source>
        <translation>该神经元在第 %1 步死于一次设置的改变。</translation>
    </message>
    <message>
        <source>The unit died at step %1.</source>
        <translation>该神经元在第 %1 步死亡。</translation>
    </message>
    <message>
        <source>It came with a setting, before any update: %1.</source>
        <translation>它来自一项设置，在任何更新之前：%1。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between settings</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>That update (learning rate %1) moved its z from %2 to %3 over the probe set, and its bias from %4 to %5.</source>
        <translation>那次更新（学习率 %1）使它在探测集上的 z 从 %2 变为 %3，偏置从 %4 变为 %5。</translation>
    </message>
    <message>
        <source>The gradient of its weights was %1, that of all parameters %2.</source>
        <translation>其权重的梯度为 %1，所有参数的梯度为 %2。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the numbers of samples</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Just before, this was set: %1.</source>
        <translation>就在此前设置了：%1。</translation>
    </message>
    <message>
        <source>The run diverged at step %1.</source>
        <translation>运行在第 %1 步发散。</translation>
    </message>
    <message>
        <source>At step %1, %2 of %3 units are alive.</source>
        <translation>在第 %1 步，%3 个神经元中有 %2 个活着。</translation>
    </message>
    <message>
        <source>Leaky ReLU, slope 0.01, from the start</source>
        <translation>从一开始就用 Leaky ReLU，斜率 0.01</translation>
    </message>
    <message>
        <source>Leaky ReLU, slope 0.01, from step %1</source>
        <translation>从第 %1 步起用 Leaky ReLU，斜率 0.01</translation>
    </message>
    <message>
        <source>half the learning rate, from the start</source>
        <translation>从一开始就用一半的学习率</translation>
    </message>
    <message>
        <source>half the learning rate, from step %1</source>
        <translation>从第 %1 步起用一半的学习率</translation>
    </message>
    <message>
        <source>weights drawn by He normal</source>
        <translation>用 He 正态分布抽取权重</translation>
    </message>
    <message>
        <source>biases that begin at 0</source>
        <translation>偏置从 0 开始</translation>
    </message>
    <message>
        <source>was so already</source>
        <translation>原本如此</translation>
    </message>
    <message>
        <source>is being run …</source>
        <translation>正在运行……</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>this run diverges at step %1</source>
        <translation>这次运行在第 %1 步发散</translation>
    </message>
    <message>
        <source>alive, with %1 of %2 units</source>
        <translation>活着，%2 个神经元中有 %1 个活着</translation>
    </message>
    <message>
        <source>dead; %1 of %2 units alive</source>
        <translation>死亡；%2 个神经元中有 %1 个活着</translation>
    </message>
    <message>
        <source>Its mini-batch was of %1 samples (%2).</source>
        <translation>其小批量有 %1 个样本（%2）。</translation>
    </message>
</context>
<context>
    <name>ui::AxisEditor</name>
    <message>
        <source>What differs</source>
        <translation>变化的设置</translation>
    </message>
    <message>
        <source>Which kinds race</source>
        <translation>参赛的种类</translation>
    </message>
    <message>
        <source>Which values race</source>
        <translation>参赛的值</translation>
    </message>
    <message>
        <source>values, with commas between them</source>
        <translation>各个值，以逗号分隔</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>ui::Card</name>
    <message>
        <source>Help on “%1”</source>
        <translation>关于“%1”的帮助</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>导出“%1”</translation>
    </message>
    <message>
        <source>Maximize “%1”</source>
        <translation>最大化“%1”</translation>
    </message>
    <message>
        <source>Restore all cards</source>
        <translation>恢复所有卡片</translation>
    </message>
    <message>
        <source>View of “%1”</source>
        <translation>“%1”的视图</translation>
    </message>
    <message>
        <source>View of “%1”: the axes are frozen</source>
        <translation>“%1”的视图：坐标轴已冻结</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Save as picture (PNG)…</source>
        <translation>保存为图片 (PNG)…</translation>
    </message>
    <message>
        <source>Save as vectors (SVG)…</source>
        <translation>保存为矢量图 (SVG)…</translation>
    </message>
    <message>
        <source>Save as document (PDF)…</source>
        <translation>保存为文档 (PDF)…</translation>
    </message>
    <message>
        <source>Save numbers (CSV)…</source>
        <translation>保存数值 (CSV)…</translation>
    </message>
    <message>
        <source>Save as animation…</source>
        <translation>保存为动画…</translation>
    </message>
    <message>
        <source>Another picture in the place of “%1”</source>
        <translation>在“%1”的位置换上另一幅图</translation>
    </message>
    <message>
        <source>Another picture here</source>
        <translation>在此换上另一幅图</translation>
    </message>
</context>
<context>
    <name>ui::ChaosPanel</name>
    <message>
        <source>Edge of chaos</source>
        <translation>混沌边缘</translation>
    </message>
    <message>
        <source>What theory says of a very deep network of layers like these before its first step, for every variance of its weights (times fan-in, from left to right) and of its biases (from bottom to top). The dot is the network that the sliders describe; it moves with the initializer, its gain and the biases.

χ is the factor by which the variance of delta grows from layer to layer on its way back. Left of the line, in the ordered phase, χ is below 1: gradients vanish, and all inputs end up alike. Right of it, in the chaotic phase, χ is above 1: gradients explode, and neighbouring inputs are torn apart. Only on the line, where χ = 1, both survive any depth.

It holds for wide layers with independent random weights, not for what training makes of them.</source>
        <translation>对于由这样的层组成的极深网络，理论在第一步训练之前给出的预言：横轴是权重方差（乘以扇入），纵轴是偏置方差。圆点是滑块所描述的网络，它随初始化方法、增益和偏置移动。

χ 是 δ 的方差在回传中每经过一层所乘的倍数。线的左侧是有序相，χ 小于 1：梯度消失，所有输入最终变得相同；右侧是混沌相，χ 大于 1：梯度爆炸，相邻的输入被拉开。只有在 χ = 1 的线上，两者才能经受任意深度。

它适用于权重独立随机的宽层，不适用于训练之后的权重。</translation>
    </message>
    <message>
        <source>ordered:
gradients
vanish</source>
        <translation>有序：
梯度
消失</translation>
    </message>
    <message>
        <source>chaotic:
gradients
explode</source>
        <translation>混沌：
梯度
爆炸</translation>
    </message>
    <message>
        <source>fan-in · variance of the weights</source>
        <translation>扇入 · 权重方差</translation>
    </message>
    <message>
        <source>variance of the biases</source>
        <translation>偏置方差</translation>
    </message>
    <message>
        <source>Theory is being worked out.</source>
        <translation>正在计算理论值。</translation>
    </message>
    <message>
        <source>Batch normalization gives z the variance 1 whatever the weights are: there is no edge to stand on.</source>
        <translation>无论权重如何，批归一化都使 z 的方差为 1：这里没有边缘可言。</translation>
    </message>
    <message>
        <source>theory, before the first step</source>
        <translation>理论值（第一步之前）</translation>
    </message>
    <message>
        <source>χ = %1: %2; each layer multiplies delta by %3, before the first step</source>
        <translation>χ = %1：%2；第一步之前，每层使 δ 乘以 %3</translation>
    </message>
    <message>
        <source>theory</source>
        <translation>理论</translation>
    </message>
    <message>
        <source>fan-in · variance of W</source>
        <translation>扇入 · W 的方差</translation>
    </message>
    <message>
        <source>variance of b</source>
        <translation>b 的方差</translation>
    </message>
    <message>
        <source>theory is being worked out.</source>
        <translation>正在计算理论值。</translation>
    </message>
    <message>
        <source>there is no edge of chaos for this network.</source>
        <translation>这个网络没有混沌边缘。</translation>
    </message>
    <message>
        <source>the network stands at a weight variance of %1 and a bias variance of %2; chi is %3, which is %4.</source>
        <translation>该网络的权重方差为 %1，偏置方差为 %2；chi 为 %3，属于%4。</translation>
    </message>
    <message>
        <source>The formulas</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Predicted delta ratio of this network: %1.</source>
        <translation>该网络的预测 δ 比：%1。</translation>
    </message>
    <message>
        <source>The dot lies on the line, or so near to it that the gradient survives the depth at hand: χ to the power of the depth is not far from 1.</source>
        <translation>圆点位于线上，或离线很近，使梯度能经受当前深度：χ 的“深度”次幂离 1 不远。</translation>
    </message>
    <message>
        <source>ReLU stands on its edge with He&apos;s initialization, tanh near it with Xavier&apos;s.</source>
        <translation>ReLU 配合 He 初始化正好位于边缘，tanh 配合 Xavier 初始化则在边缘附近。</translation>
    </message>
    <message>
        <source>Poole, Lahiri, Raghu, Sohl-Dickstein, Ganguli: Exponential Expressivity in Deep Neural Networks through Transient Chaos (2016)</source>
        <translation>Poole, Lahiri, Raghu, Sohl-Dickstein, Ganguli: Exponential Expressivity in Deep Neural Networks through Transient Chaos (2016)</translation>
    </message>
    <message>
        <source>Schoenholz, Gilmer, Ganguli, Sohl-Dickstein: Deep Information Propagation (2017)</source>
        <translation>Schoenholz, Gilmer, Ganguli, Sohl-Dickstein: Deep Information Propagation (2017)</translation>
    </message>
    <message>
        <source>Yang, Pennington, Rao, Sohl-Dickstein, Schoenholz: A Mean Field Theory of Batch Normalization (2019)</source>
        <translation>Yang, Pennington, Rao, Sohl-Dickstein, Schoenholz: A Mean Field Theory of Batch Normalization (2019)</translation>
    </message>
</context>
<context>
    <name>ui::CodeExport</name>
    <message>
        <source>Writing the PyTorch script …</source>
        <translation>正在写 PyTorch 脚本 …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Saved as %1: a PyTorch script that repeats this experiment</source>
        <translation>已保存为 %1：重现本实验的 PyTorch 脚本</translation>
    </message>
</context>
<context>
    <name>ui::CompareDialog</name>
    <message>
        <source>Compare with …</source>
        <translation>与…对比</translation>
    </message>
    <message>
        <source>Another run trains beside the one in the window, step by step: the same seed, data and mini-batches, another value of one setting. All begin anew, so that they are at the same step.</source>
        <translation>另一次运行与窗口中的运行逐步并行训练：种子、数据和小批量都相同，只有一项设置取不同的值。全部从头开始，使它们处于同一步。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>These are no numbers that this setting can have. Please type some, with commas between them.</source>
        <translation>这项设置不能取这样的数值。请输入数值，用逗号分隔。</translation>
    </message>
    <message>
        <source>There is room for one more run only.</source>
        <translation>只能再加入一次运行。</translation>
    </message>
    <message>
        <source>There is room for %1 more runs only.</source>
        <translation>只能再加入 %1 次运行。</translation>
    </message>
    <message>
        <source>Tick what to compare with, or type numbers with commas between them.</source>
        <translation>勾选要对比的项，或输入数值并用逗号分隔。</translation>
    </message>
    <message>
        <source>Runs that will train beside this one: %1.</source>
        <translation>将与当前运行并行训练的运行：%1 个。</translation>
    </message>
</context>
<context>
    <name>ui::ComparisonWords</name>
    <message>
        <source>Final test accuracy</source>
        <translation>最终测试准确率</translation>
    </message>
    <message>
        <source>Final test loss</source>
        <translation>最终测试损失</translation>
    </message>
    <message>
        <source>Final training accuracy</source>
        <translation>最终训练准确率</translation>
    </message>
    <message>
        <source>Final training loss</source>
        <translation>最终训练损失</translation>
    </message>
    <message>
        <source>Generalization gap</source>
        <translation>泛化差距</translation>
    </message>
    <message>
        <source>Delta ratio at the start</source>
        <translation>开始时的 δ 之比</translation>
    </message>
    <message>
        <source>Delta ratio at the end</source>
        <translation>结束时的 δ 之比</translation>
    </message>
    <message>
        <source>Dead units in the worst layer at the end</source>
        <translation>结束时最差层的死亡神经元</translation>
    </message>
    <message>
        <source>Saturated share of the worst layer at the end</source>
        <translation>结束时最差层的饱和比例</translation>
    </message>
    <message>
        <source>Seconds a step</source>
        <translation>每步秒数</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Steps to %1 % accuracy</source>
        <translation>达到 %1 % 准确率的步数</translation>
    </message>
    <message>
        <source>never reached</source>
        <translation>从未达到</translation>
    </message>
    <message>
        <source>no gradient</source>
        <translation>没有梯度</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>the experiment</source>
        <translation>该实验</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1和%2</translation>
    </message>
</context>
<context>
    <name>ui::ConfigSection</name>
    <message>
        <source>Fold or unfold “%1”</source>
        <translation>折叠或展开“%1”</translation>
    </message>
</context>
<context>
    <name>ui::ConfusionPicture</name>
    <message>
        <source>answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>真值</translation>
    </message>
    <message>
        <source>right answers</source>
        <translation>答对</translation>
    </message>
    <message>
        <source>wrong answers</source>
        <translation>答错</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>of this class</source>
        <translation>占该类别</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>ui::ContenderBar</name>
    <message>
        <source>Runs side by side</source>
        <translation>并行对比的运行</translation>
    </message>
    <message>
        <source>Compare with …</source>
        <translation>与…对比</translation>
    </message>
    <message>
        <source>Another run beside these, from the same seed and with the same data</source>
        <translation>再加入一次运行，种子与数据都相同</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>delta ratio</source>
        <translation>δ 之比</translation>
    </message>
    <message>
        <source>No longer compare with this one</source>
        <translation>不再与它对比</translation>
    </message>
    <message>
        <source>No longer compare with %1</source>
        <translation>不再与“%1”对比</translation>
    </message>
    <message>
        <source>%1: cannot run. %2</source>
        <translation>%1：无法运行。%2</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>The loss on the training set</source>
        <translation>训练集上的损失</translation>
    </message>
    <message>
        <source>The share of right answers on the test set, or on the training set if there is none</source>
        <translation>测试集上回答正确的比例；没有测试集时为训练集上的比例</translation>
    </message>
    <message>
        <source>delta of layer 1 divided by delta of the last layer</source>
        <translation>第 1 层的 δ 除以最后一层的 δ</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>The share of gradient-dead units in the worst layer</source>
        <translation>最差一层中梯度死亡的神经元所占的比例</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>The share of saturated values in the worst layer</source>
        <translation>最差一层中饱和值所占的比例</translation>
    </message>
</context>
<context>
    <name>ui::CostChart</name>
    <message>
        <source>nanoseconds an element</source>
        <translation>每个元素的纳秒数</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>both, as trained here</source>
        <translation>合计（按此处训练）</translation>
    </message>
    <message>
        <source>nanoseconds an element, forward and backward in training</source>
        <translation>训练中前向与反向合计，每个元素的纳秒数</translation>
    </message>
</context>
<context>
    <name>ui::CostPanel</name>
    <message>
        <source>Drawing</source>
        <translation>绘图方式</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>开销</translation>
    </message>
    <message>
        <source>against accuracy</source>
        <translation>与准确率对照</translation>
    </message>
    <message>
        <source>Nanoseconds an element of each activation, the cheapest first</source>
        <translation>每种激活函数每个元素的纳秒数，最省的在最前</translation>
    </message>
    <message>
        <source>What the activations of the race cost, and how their runs ended</source>
        <translation>竞赛中的激活函数开销多少，它们的运行结果如何</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Time every activation on this machine; it takes less than a second</source>
        <translation>在这台机器上给每种激活函数计时；不到一秒</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>开销</translation>
    </message>
    <message>
        <source>Every activation is being timed.</source>
        <translation>正在给每种激活函数计时。</translation>
    </message>
    <message>
        <source>What does an activation cost? “Measure” times each of them on this machine, forward and backward.</source>
        <translation>激活函数的开销有多大？“测量”会在这台机器上给每一种计时，包括前向和反向。</translation>
    </message>
    <message>
        <source>measuring …</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>%1: %2 ns forward, %3 ns backward</source>
        <translation>%1：前向 %2 纳秒，反向 %3 纳秒</translation>
    </message>
    <message>
        <source>activations: %1 of a step</source>
        <translation>激活函数：占一步的 %1</translation>
    </message>
    <message>
        <source>No run of the race has come to an end yet.</source>
        <translation>竞赛中还没有运行到达终点。</translation>
    </message>
    <message>
        <source>What does the time buy? Let activations race (“Race …” in the menu Compare): each then stands here, by what it costs and by how its runs ended.</source>
        <translation>时间换来了什么？让激活函数竞赛（“对比”菜单中的“竞赛…”）：每一种就会按开销和运行结果出现在这里。</translation>
    </message>
    <message>
        <source>%1 ns</source>
        <translation>%1 纳秒</translation>
    </message>
    <message>
        <source>A training step of the run in this window takes %1 µs; %2 of it are activations, forward and backward.</source>
        <translation>此窗口中的运行，一个训练步需要 %1 µs；其中 %2 是激活函数的前向和反向。</translation>
    </message>
    <message>
        <source>How long each activation takes on this machine, in nanoseconds an element: the cheapest first. “Measure” times them, and a run that trains meanwhile only makes it a little longer.

forward (full): f(z). backward (striped): f′(z), and its product with the gradient that comes down. The diamond is what a training step does in this program: f and f′ in one pass, so that what they have in common is computed once. ▸ marks the activation of this experiment, • those of the race; in a small card these come first, and of the others as many as fit.

against accuracy: for each contender of a race of activations what its activation costs, and the median of how its runs ended, with quartiles. What stands further to the left costs less.

A layer&apos;s products with its weights grow with the square of its width, its activations with the width alone: the wider the layers, the less the choice shows in the time of a step.</source>
        <translation>每种激活函数在这台机器上需要多少时间，以每个元素的纳秒数计，最省的在最前。“测量”给它们计时；同时进行的训练只会使测量稍长一些。

前向（实心）：f(z)。反向（条纹）：f′(z) 及其与传下来的梯度之积。菱形是本程序的训练步实际所做的：一次同时算出 f 和 f′，两者共有的部分只算一次。▸ 标出此实验的激活函数，• 标出竞赛中的激活函数；卡片较小时它们排在最前，其余的能放下多少就放多少。

与准确率对照：竞赛中每个参赛者的激活函数开销，以及其运行结果的中位数和四分位数。越靠左开销越小。

一层与其权重的乘积随宽度的平方增长，激活函数只随宽度增长：层越宽，激活函数的选择对一步所需时间的影响就越小。</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>both, as trained here</source>
        <translation>合计（按此处训练）</translation>
    </message>
    <message>
        <source>in training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>%1 (%2 … %3)</source>
        <translation>%1（%2 … %3）</translation>
    </message>
    <message>
        <source>activations are being timed.</source>
        <translation>正在给激活函数计时。</translation>
    </message>
    <message>
        <source>nothing was measured yet.</source>
        <translation>尚未测量。</translation>
    </message>
    <message>
        <source>%1 takes %2 nanoseconds an element forward and %3 backward.</source>
        <translation>%1 的每个元素前向需 %2 纳秒，反向需 %3 纳秒。</translation>
    </message>
    <message>
        <source>The cheapest of %1 activations is %2 with %3, the dearest %4 with %5 nanoseconds for both.</source>
        <translation>%1 种激活函数中，最省的是 %2，合计 %3 纳秒；最费的是 %4，合计 %5 纳秒。</translation>
    </message>
    <message>
        <source>Against them stands how %1 contenders of the race ended.</source>
        <translation>与之对照的是竞赛中 %1 个参赛者的结果。</translation>
    </message>
    <message>
        <source>How it is measured</source>
        <translation>如何测量</translation>
    </message>
    <message>
        <source>With the code that trains, in single precision, on 32 units × 32 samples, which stay in the first cache. z is standard normal; every activation has its default parameters, a formula of your own those of the experiment.</source>
        <translation>用训练所用的代码，单精度，32 个神经元 × 32 个样本，全部留在一级缓存中。z 服从标准正态分布；每种激活函数取默认参数，自定义公式取实验中的参数。</translation>
    </message>
    <message>
        <source>Each part is repeated for about 20 µs; all activations take turns, up to a hundred times. The quickest turn counts, as other work of the machine can only make a turn slower.</source>
        <translation>每个部分重复约 20 µs；所有激活函数轮流进行，最多一百轮。取最快的一轮，因为机器的其他工作只会使一轮变慢。</translation>
    </message>
    <message>
        <source>RReLU draws its slopes anew in every training step, PReLU learns them: that is in the diamond, not in the bars.</source>
        <translation>RReLU 在每个训练步重新抽取斜率，PReLU 学习斜率：这体现在菱形中，而不在条形中。</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>在这台机器上</translation>
    </message>
    <message>
        <source>Code for this processor: %1.</source>
        <translation>适合此处理器的代码：%1。</translation>
    </message>
    <message>
        <source>An activation that costs more and ends no better is not worth its time; whether it ends better the card Race says.</source>
        <translation>开销更大而结果并不更好的激活函数，不值得花这个时间；结果是否更好，见“竞赛”卡片。</translation>
    </message>
    <message>
        <source>Small differences are no reason to choose: another processor or library has other ones.</source>
        <translation>微小的差别不是选择的理由：换一个处理器或程序库，差别就不同。</translation>
    </message>
    <message>
        <source>Dubey, Singh and Chaudhuri: Activation Functions in Deep Learning: A Comprehensive Survey and Benchmark (2022)</source>
        <translation>Dubey, Singh and Chaudhuri: Activation Functions in Deep Learning: A Comprehensive Survey and Benchmark (2022)</translation>
    </message>
</context>
<context>
    <name>ui::CourseChart</name>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>delta ratio</source>
        <translation>δ 之比</translation>
    </message>
    <message>
        <source>the first %1 of %2 contenders</source>
        <translation>%2 个参赛者中的前 %1 个</translation>
    </message>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
</context>
<context>
    <name>ui::DataImport</name>
    <message>
        <source>Data from %1</source>
        <translation>数据：%1</translation>
    </message>
</context>
<context>
    <name>ui::DecisionDrawing</name>
    <message>
        <source>Draw points</source>
        <translation>画点</translation>
    </message>
    <message>
        <source>Make data of your own with the mouse: the samples that are seen become the first points, and Undo brings the data back.</source>
        <translation>用鼠标制作自己的数据：眼前的样本成为最初的点，“撤销”可恢复原来的数据。</translation>
    </message>
    <message>
        <source>Clear all points</source>
        <translation>清除所有点</translation>
    </message>
    <message>
        <source>The cursor is at x₁ = %1, x₂ = %2.</source>
        <translation>光标位于 x₁ = %1，x₂ = %2。</translation>
    </message>
    <message>
        <source>Class %1 is chosen, %2 points are drawn.</source>
        <translation>已选类别 %1，共画了 %2 个点。</translation>
    </message>
    <message>
        <source>The eraser is chosen, %1 points are drawn.</source>
        <translation>已选橡皮，共画了 %1 个点。</translation>
    </message>
    <message>
        <source>There are %1 points already: no more can be seen one by one here. Erase some to draw others.</source>
        <translation>已经有 %1 个点：再多就无法逐个看清了。请先擦除一些再画。</translation>
    </message>
    <message>
        <source>Erase points</source>
        <translation>擦除点</translation>
    </message>
    <message>
        <source>There is no point near the cursor.</source>
        <translation>光标附近没有点。</translation>
    </message>
</context>
<context>
    <name>ui::DecisionPanel</name>
    <message>
        <source>Decision</source>
        <translation>决策</translation>
    </message>
    <message>
        <source>No data yet.</source>
        <translation>还没有数据。</translation>
    </message>
    <message>
        <source>The network&apos;s answers have not been drawn yet.</source>
        <translation>网络的回答还没有画出来。</translation>
    </message>
    <message>
        <source>%1 of %2 test samples right</source>
        <translation>%2 个测试样本中答对 %1</translation>
    </message>
    <message>
        <source>%1 of %2 training samples right</source>
        <translation>%2 个训练样本中答对 %1</translation>
    </message>
    <message>
        <source>taken from %1</source>
        <translation>从 %1 个中抽取</translation>
    </message>
    <message>
        <source>%1 for training</source>
        <translation>另有 %1 个用于训练</translation>
    </message>
    <message>
        <source>no test set</source>
        <translation>没有测试集</translation>
    </message>
    <message>
        <source>Its answers are no numbers any more.</source>
        <translation>它的回答已不再是有限的数。</translation>
    </message>
    <message>
        <source>input x₁</source>
        <translation>输入 x₁</translation>
    </message>
    <message>
        <source>input x₂</source>
        <translation>输入 x₂</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>test sample</source>
        <translation>测试样本</translation>
    </message>
    <message>
        <source>fitted curve</source>
        <translation>拟合曲线</translation>
    </message>
    <message>
        <source>input x</source>
        <translation>输入 x</translation>
    </message>
    <message>
        <source>target and answer</source>
        <translation>目标与回答</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>不是数</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>training sample</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <source>a curve fitted to %1 samples, with a loss of %2.</source>
        <translation>对 %1 个样本拟合的曲线，损失为 %2。</translation>
    </message>
    <message>
        <source>the network answers %1 of %2 test samples right.</source>
        <translation>网络在 %2 个测试样本中答对 %1。</translation>
    </message>
    <message>
        <source>the network answers %1 of %2 training samples right.</source>
        <translation>网络在 %2 个训练样本中答对 %1。</translation>
    </message>
    <message>
        <source>At step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>accuracy = right answers / samples = %1 / %2 = &lt;b&gt;%3&lt;/b&gt;</source>
        <translation>准确率 = 答对数 / 样本数 = %1 / %2 = &lt;b&gt;%3&lt;/b&gt;</translation>
    </message>
    <message>
        <source>mean loss over %1 samples = &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>%1 个样本的平均损失 = &lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>More than guessing: with %1 equally frequent classes that is right in %2.</source>
        <translation>好于瞎猜：%1 个类别同样频繁时，瞎猜答对 %2。</translation>
    </message>
    <message>
        <source>A smooth border between the classes, pale only where they meet.</source>
        <translation>类别之间的分界线平滑，只在交界处颜色变淡。</translation>
    </message>
    <message>
        <source>About as many test samples right as training samples. A border that winds around single samples has learned them by heart.</source>
        <translation>测试样本答对的比例与训练样本相近。如果分界线绕着单个样本弯来弯去，就说明网络把它们死记了下来。</translation>
    </message>
    <message>
        <source>Cybenko: Approximation by Superpositions of a Sigmoidal Function (1989)</source>
        <translation>Cybenko: Approximation by Superpositions of a Sigmoidal Function (1989)</translation>
    </message>
    <message>
        <source>Hornik: Approximation Capabilities of Multilayer Feedforward Networks (1991)</source>
        <translation>Hornik: Approximation Capabilities of Multilayer Feedforward Networks (1991)</translation>
    </message>
    <message>
        <source>Bridle: Probabilistic Interpretation of Feedforward Classification Network Outputs (1990)</source>
        <translation>Bridle: Probabilistic Interpretation of Feedforward Classification Network Outputs (1990)</translation>
    </message>
    <message>
        <source>A number is predicted from several inputs: the loss tells how well.</source>
        <translation>由多个输入预测一个数：效果如何，请看损失。</translation>
    </message>
    <message>
        <source>What the network answers at this moment.

Two inputs: the color of each place is the answer there, the paler the less certain; round marks are training samples, diamonds are test samples, each in the color of its true class.

One input: the samples and the curve that the network has fitted.

Points of your own can be drawn on the map: press the pencil. A click draws a point of the chosen class, a drag many, the right button erases. Diamonds are kept back for the test: with a test fraction of 0 every point is learned.

More inputs: how many samples of each class (rows) got which answer (columns), and some samples with their answers; the wrong ones are framed.</source>
        <translation>网络此刻的回答。

两个输入：每一处的颜色就是那里的回答，颜色越淡越不确定；圆点是训练样本，菱形是测试样本，颜色表示其真实类别。

一个输入：样本，以及网络拟合出的曲线。

可以在图上画自己的点：按下铅笔。单击画一个所选类别的点，拖动画许多点，右键擦除。菱形留作测试：测试比例为 0 时，所有的点都用来学习。

更多输入：每个类别（行）的样本得到了哪些回答（列），以及一些样本和对它们的回答；回答错误的带有边框。</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>draws class %1</source>
        <translation>画类别 %1</translation>
    </message>
    <message>
        <source>erases</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Contenders have a map each, of the same inputs and with the same samples, or a curve each, in their colours and line styles. Where there is neither, their shares of right answers stand below the matrix.</source>
        <translation>每个参赛者各有一张图，输入和样本相同；或各有一条曲线，用各自的颜色和线型。两者都没有时，它们的正确率写在混淆矩阵下方。</translation>
    </message>
</context>
<context>
    <name>ui::DiagnosisPanel</name>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Everything that is wrong with this run, the worst first: a triangle is an alarm, a disc a notice. Below the sentence stand the formula, its number at this moment, and the threshold that it has crossed.

What is noisy is found only when it has lasted for some steps, so that nothing flickers; steps are counted, never seconds, so that the same run is always told the same. Of an earlier moment, only what that moment shows by itself is found.

Click a finding to select the layer that it speaks of in all cards. The strip above the cards offers cures, and tries them beside this run.</source>
        <translation>这次运行中的所有问题，最严重的排在最前：三角形是警告，圆点是提示。每句话下面是公式、此刻的数值，以及它所越过的阈值。

有噪声的量要持续若干步才会被认定，因此不会闪烁；计数的是步而不是秒，所以同一次运行得到的诊断总是相同。回看较早的时刻时，只显示那一刻本身能看出的问题。

点击一条诊断结果，所有卡片都会选中它所说的层。卡片上方的横条给出对策，并在这次运行旁边试用。</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>没有发现问题</translation>
    </message>
    <message>
        <source>alarms: %1 · notices: %2</source>
        <translation>警告：%1 · 提示：%2</translation>
    </message>
    <message>
        <source>Nothing is found, or notices that go away by themselves in the first steps.</source>
        <translation>没有发现问题，或只有在最初几步内自行消失的提示。</translation>
    </message>
    <message>
        <source>Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks (2010)</source>
        <translation>Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks (2010)</translation>
    </message>
    <message>
        <source>Zhang et al.: AUTOTRAINER: An Automatic DNN Training Problem Detection and Repair System (2021)</source>
        <translation>Zhang et al.: AUTOTRAINER: An Automatic DNN Training Problem Detection and Repair System (2021)</translation>
    </message>
    <message>
        <source>Rauschmayr et al.: Amazon SageMaker Debugger (2021)</source>
        <translation>Rauschmayr et al.: Amazon SageMaker Debugger (2021)</translation>
    </message>
</context>
<context>
    <name>ui::DiagnosisStrip</name>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Show all that was found, with formulas, thresholds, what other tools go by, and all cures.</source>
        <translation>显示所有发现，包括公式、阈值、其他工具的标准和所有对策。</translation>
    </message>
    <message>
        <source>All findings</source>
        <translation>所有发现</translation>
    </message>
    <message>
        <source>Why? +%1 more</source>
        <translation>为什么？另有 %1 项</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Nothing found so far.</source>
        <translation>目前没有发现问题。</translation>
    </message>
</context>
<context>
    <name>ui::DistributionHistory</name>
    <message>
        <source>5 % … 95 %</source>
        <translation>5 % … 95 %</translation>
    </message>
    <message>
        <source>25 % … 75 %</source>
        <translation>25 % … 75 %</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>layer %1, step %2</source>
        <translation>第 %1 层，第 %2 步</translation>
    </message>
    <message>
        <source>middle half</source>
        <translation>中间一半</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
</context>
<context>
    <name>ui::DistributionsPanel</name>
    <message>
        <source>Quantity</source>
        <translation>显示的量</translation>
    </message>
    <message>
        <source>z: what goes into the activation</source>
        <translation>z：进入激活函数的值</translation>
    </message>
    <message>
        <source>a = f(z): what comes out of it</source>
        <translation>a = f(z)：激活函数输出的值</translation>
    </message>
    <message>
        <source>delta: the gradient of the loss with respect to z</source>
        <translation>δ：损失对 z 的梯度</translation>
    </message>
    <message>
        <source>Distributions</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>No hidden layer: the network is linear.</source>
        <translation>没有隐藏层：网络是线性的。</translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation>没有隐藏层</translation>
    </message>
    <message>
        <source>layer %1: rms of delta %2</source>
        <translation>第 %1 层：δ 的均方根 %2</translation>
    </message>
    <message>
        <source>layer %1: mean %2, standard deviation %3</source>
        <translation>第 %1 层：均值 %2，标准差 %3</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>values here</source>
        <translation>此处的值</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>非有限值</translation>
    </message>
    <message>
        <source>there is no hidden layer.</source>
        <translation>没有隐藏层。</translation>
    </message>
    <message>
        <source>delta has a root mean square of %1 in layer 1, %2 in layer %3 and %4 in layer %5.</source>
        <translation>δ 的均方根在第 1 层为 %1，第 %3 层为 %2，第 %5 层为 %4。</translation>
    </message>
    <message>
        <source>%1 of layer %2 has mean %3 and standard deviation %4; the standard deviation goes from %5 in layer 1 to %6 in layer %7.</source>
        <translation>第 %2 层的 %1 均值为 %3，标准差为 %4；标准差从第 1 层的 %5 变为第 %7 层的 %6。</translation>
    </message>
    <message>
        <source>Layer %1 at step %2</source>
        <translation>第 %1 层，第 %2 步</translation>
    </message>
    <message>
        <source>Mean ± standard deviation over %1 samples and %2 units.</source>
        <translation>均值 ± 标准差，取自 %1 个样本和 %2 个神经元。</translation>
    </message>
    <message>
        <source>The width of z is about the same in every layer, so the last ratio is near 1.</source>
        <translation>各层 z 的宽度大致相同，因此最后的比值接近 1。</translation>
    </message>
    <message>
        <source>The ridges lie where the activation has a slope, not over its tails or beyond its kink.</source>
        <translation>山脊落在激活函数有斜率的地方，而不在其尾部或折点之外。</translation>
    </message>
    <message>
        <source>delta, too, keeps its place on the axis from layer to layer.</source>
        <translation>δ 在各层中也保持在坐标轴上的位置。</translation>
    </message>
    <message>
        <source>LeCun, Bottou, Orr, Müller: Efficient BackProp (1998)</source>
        <translation>LeCun, Bottou, Orr, Müller: Efficient BackProp (1998)</translation>
    </message>
    <message>
        <source>Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks (2010)</source>
        <translation>Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks (2010)</translation>
    </message>
    <message>
        <source>He, Zhang, Ren, Sun: Delving Deep into Rectifiers (2015)</source>
        <translation>He, Zhang, Ren, Sun: Delving Deep into Rectifiers (2015)</translation>
    </message>
    <message>
        <source>Ioffe, Szegedy: Batch Normalization (2015)</source>
        <translation>Ioffe, Szegedy: Batch Normalization (2015)</translation>
    </message>
    <message>
        <source>rms %1 = √(mean of %1²) = &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>rms %1 = √(%1² 的均值) = &lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>layer %1: %2</source>
        <translation>第 %1 层：%2</translation>
    </message>
    <message>
        <source>mean ± deviation</source>
        <translation>均值 ± 标准差</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>绘图方式</translation>
    </message>
    <message>
        <source>one ridge a layer</source>
        <translation>每层一条山脊</translation>
    </message>
    <message>
        <source>this layer over the steps</source>
        <translation>该层随步数的变化</translation>
    </message>
    <message>
        <source>its percentiles over the steps</source>
        <translation>该层百分位数随步数的变化</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>logarithmic on both sides of 0</source>
        <translation>0 两侧对数</translation>
    </message>
    <message>
        <source>No update to show: play, or take a step.</source>
        <translation>没有可显示的更新：请播放或走一步。</translation>
    </message>
    <message>
        <source>No finite number in this layer.</source>
        <translation>这一层没有有限的数值。</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>the signals z, a and δ</source>
        <translation>信号 z、a 和 δ</translation>
    </message>
    <message>
        <source>the weights W</source>
        <translation>权重 W</translation>
    </message>
    <message>
        <source>their last update ΔW</source>
        <translation>权重的上一次更新 ΔW</translation>
    </message>
    <message>
        <source>small multiples, one histogram a layer</source>
        <translation>小图阵列，每层一个直方图</translation>
    </message>
    <message>
        <source>How the numbers of each hidden layer are spread over its units and the samples of the probe set; the first layer is at the top. Each ridge is scaled to its own peak.

z goes into the activation, a comes out of it, delta is the gradient of the loss with respect to z, drawn as log₁₀|delta|; W are the weights that lead into the layer, ΔW what the last step has added to them. A needle at 0 is as high as the share of values that are exactly 0.

The small marks under the ridges of z stand one standard deviation from the mean, as theory predicts it before the first step. The view menu has W and ΔW, a small histogram for each layer on axes that are the same for all, and the layer that is looked at over the steps, as a map or as percentiles.

Contenders are drawn as outlines over the ridges of the same layers, in their colours and line styles.

In a healthy network the ridges keep their width from layer to layer. Ridges that shrink to needles carry no signal any more. A cross marks layers with numbers that are not finite. Click a ridge, or use the arrow keys, to select its layer in all cards.</source>
        <translation>每个隐藏层的数值在其神经元和探测集样本上的分布，第一层在最上面。每条山脊按自身的峰值缩放。

z 进入激活函数，a 从中出来，δ 是损失对 z 的梯度，以 log₁₀|δ| 绘出；W 是通向该层的权重，ΔW 是上一步加到权重上的改变量。0 处的针的高度等于恰好为 0 的值所占的比例。

z 的山脊下的小刻度位于均值两侧一个标准差处，是理论对第一步之前的预言。视图菜单中有 W 和 ΔW、每层一个坐标轴相同的小直方图，还可以把所选层随步数的变化画成图或百分位数。

参赛者的同一层以轮廓叠画在山脊上，用各自的颜色和线型。

在健康的网络中，山脊的宽度逐层保持不变。缩成针的山脊不再携带信号。叉号标出含有非有限数值的层。点击山脊或使用方向键，可在所有卡片中选中该层。</translation>
    </message>
</context>
<context>
    <name>ui::DivergenceMark</name>
    <message>
        <source>diverged</source>
        <translation>已发散</translation>
    </message>
</context>
<context>
    <name>ui::Document</name>
    <message>
        <source>Experiment: %1</source>
        <translation>实验：%1</translation>
    </message>
</context>
<context>
    <name>ui::DocumentFlow</name>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Actiscope has ended unexpectedly. What was not saved is here again; please save it if you want to keep it.</source>
        <translation>Actiscope 上次意外退出。未保存的内容已经恢复；如要保留，请保存。</translation>
    </message>
</context>
<context>
    <name>ui::DotChart</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
</context>
<context>
    <name>ui::DrawingTools</name>
    <message>
        <source>Drawing tools</source>
        <translation>画点工具</translation>
    </message>
    <message>
        <source>Erase points</source>
        <translation>擦除点</translation>
    </message>
    <message>
        <source>Click or drag over the points that shall go. The right mouse button erases too, whatever is chosen here.</source>
        <translation>在要去掉的点上单击或拖动。无论这里选了什么，鼠标右键也可擦除。</translation>
    </message>
    <message>
        <source>Clear all points</source>
        <translation>清除所有点</translation>
    </message>
    <message>
        <source>An empty sheet. Undo brings the points back.</source>
        <translation>一张空白的纸。“撤销”可恢复这些点。</translation>
    </message>
    <message>
        <source>Draw class %1</source>
        <translation>画类别 %1</translation>
    </message>
    <message>
        <source>It has %1 points.</source>
        <translation>它有 %1 个点。</translation>
    </message>
    <message>
        <source>Click to draw a point, drag to draw many. It has %1 points. Key: %2.</source>
        <translation>单击画一个点，拖动画许多点。它有 %1 个点。按键：%2。</translation>
    </message>
</context>
<context>
    <name>ui::EditHistory</name>
    <message>
        <source>New seed</source>
        <translation>换种子</translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <translation>与“%1”对比</translation>
    </message>
    <message>
        <source>No longer compare with %1</source>
        <translation>不再与“%1”对比</translation>
    </message>
</context>
<context>
    <name>ui::Explanation</name>
    <message>
        <source>What healthy looks like</source>
        <translation>健康时的样子</translation>
    </message>
    <message>
        <source>Published in</source>
        <translation>文献出处</translation>
    </message>
    <message>
        <source>The wheel zooms about the pointer, a drag moves the view, a double click shows everything again. The card&apos;s view menu freezes the axes, so that before and after can be compared.</source>
        <translation>滚轮以指针为中心缩放，拖动可移动视图，双击重新显示全部。卡片的视图菜单可冻结坐标轴，以便比较前后的变化。</translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the figure as</source>
        <translation>图另存为</translation>
    </message>
    <message>
        <source>Please give the file a name.</source>
        <translation>请给文件起个名字。</translation>
    </message>
    <message>
        <source>“%1” exists already. Press Replace to overwrite it, or choose another name.</source>
        <translation>“%1”已存在。按“替换”可覆盖它，或者另起一个名字。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Bro&amp;wse …</source>
        <translation>浏览(&amp;W)…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>The first rows of the table</source>
        <translation>表格的前几行</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>文件(&amp;I)</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Save the figures into</source>
        <translation>图保存到</translation>
    </message>
    <message>
        <source>Please choose at least one format.</source>
        <translation>请至少选择一种格式。</translation>
    </message>
    <message>
        <source>Please choose a folder.</source>
        <translation>请选择一个文件夹。</translation>
    </message>
    <message>
        <source>%1 of the files exist already. Press Replace to overwrite them, or choose another folder.</source>
        <translation>其中 %1 个文件已存在。按“替换”可覆盖它们，或者另选一个文件夹。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped. Nothing has been saved.</source>
        <translation>已停止。什么也没有保存。</translation>
    </message>
</context>
<context>
    <name>ui::ExportForm</name>
    <message>
        <source>Figure, 960 × 600</source>
        <translation>插图，960 × 600</translation>
    </message>
    <message>
        <source>Slide 16:9, 1280 × 720</source>
        <translation>幻灯片 16:9，1280 × 720</translation>
    </message>
    <message>
        <source>Slide 4:3, 1024 × 768</source>
        <translation>幻灯片 4:3，1024 × 768</translation>
    </message>
    <message>
        <source>Column of a paper, 89 × 60 mm</source>
        <translation>论文单栏，89 × 60 mm</translation>
    </message>
    <message>
        <source>Two columns of a paper, 183 × 110 mm</source>
        <translation>论文双栏，183 × 110 mm</translation>
    </message>
    <message>
        <source>Card of a poster, 400 × 250 mm</source>
        <translation>海报插图，400 × 250 mm</translation>
    </message>
    <message>
        <source>Screen, 1920 × 1080</source>
        <translation>屏幕，1920 × 1080</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Whole dashboard</source>
        <translation>整个面板</translation>
    </message>
    <message>
        <source>All cards, each in its own file</source>
        <translation>所有卡片，各存为一个文件</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>&amp;Figure</source>
        <translation>图(&amp;F)</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>格式(&amp;M)</translation>
    </message>
    <message>
        <source>For&amp;mats</source>
        <translation>格式(&amp;M)</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>每英寸点数</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>大小(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Width × height</source>
        <translation>宽 × 高(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Dots per inch</source>
        <translation>每英寸点数(&amp;D)</translation>
    </message>
    <message>
        <source>Size of letters in points</source>
        <translation>字号（磅）</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> 磅</translation>
    </message>
    <message>
        <source>Automatic: in proportion to the figure. Papers often ask for 7 to 9 points.</source>
        <translation>自动：与图的大小成比例。论文通常要求 7 到 9 磅。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Without background</source>
        <translation>无背景</translation>
    </message>
    <message>
        <source>The paper or slide behind the figure shows through.</source>
        <translation>图后面的纸张或幻灯片会透出来。</translation>
    </message>
    <message>
        <source>Text in SVG</source>
        <translation>SVG 中的文字</translation>
    </message>
    <message>
        <source>as outlines: the same everywhere</source>
        <translation>作为轮廓：处处相同</translation>
    </message>
    <message>
        <source>as text: can be edited</source>
        <translation>作为文本：可以编辑</translation>
    </message>
    <message>
        <source>A line below with the settings</source>
        <translation>在下方用一行写明设置</translation>
    </message>
    <message>
        <source>Text of the caption</source>
        <translation>图注文字</translation>
    </message>
    <message>
        <source>&amp;Letters</source>
        <translation>字号(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Background</source>
        <translation>背景(&amp;B)</translation>
    </message>
    <message>
        <source>Te&amp;xt in SVG</source>
        <translation>SVG 中的文字(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>图注(&amp;C)</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>Again and again</source>
        <translation>循环播放</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>步(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pictures a second</source>
        <translation>每秒帧数(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Repeat</source>
        <translation>重复(&amp;R)</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>sharp at any size</source>
        <translation>任意缩放都清晰</translation>
    </message>
    <message>
        <source>%1 pictures, %2 seconds</source>
        <translation>%1 帧，%2 秒</translation>
    </message>
    <message>
        <source>%1 × %2 mm in print</source>
        <translation>印刷尺寸 %1 × %2 毫米</translation>
    </message>
</context>
<context>
    <name>ui::ExportPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>ui::Exporter</name>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>“%1” is on the clipboard as a picture.</source>
        <translation>“%1”已作为图片复制到剪贴板。</translation>
    </message>
    <message>
        <source>The numbers of “%1” are on the clipboard as a table.</source>
        <translation>“%1”的数值已作为表格复制到剪贴板。</translation>
    </message>
    <message>
        <source>Files saved in %1: %2</source>
        <translation>已在 %1 中保存文件：%2 个</translation>
    </message>
</context>
<context>
    <name>ui::ExpressionWords</name>
    <message>
        <source>Please type a formula in x, such as x/(1+exp(-x)).</source>
        <translation>请输入一个关于 x 的公式，例如 x/(1+exp(-x))。</translation>
    </message>
    <message>
        <source>The formula is too long: at most %1 characters are allowed.</source>
        <translation>公式太长：最多允许 %1 个字符。</translation>
    </message>
    <message>
        <source>The formula holds bytes that are no text in UTF-8. Please type this place anew.</source>
        <translation>公式中含有不是 UTF-8 文本的字节。请重新输入此处。</translation>
    </message>
    <message>
        <source>The formula is nested too deep: at most %1 levels are allowed.</source>
        <translation>公式嵌套太深：最多允许 %1 层。</translation>
    </message>
    <message>
        <source>“%1” cannot be used in a formula. There are + - * / ^, parentheses and comparisons.</source>
        <translation>公式中不能使用“%1”。可用的有 + - * / ^、括号和比较运算。</translation>
    </message>
    <message>
        <source>“%1” is no number. Please write numbers like 0.5 or 1.5e-3.</source>
        <translation>“%1”不是数。请把数写成 0.5 或 1.5e-3 这样的形式。</translation>
    </message>
    <message>
        <source>“%1” is too large or too small a number. The largest is 3.4e38.</source>
        <translation>数“%1”太大或太小。最大为 3.4e38。</translation>
    </message>
    <message>
        <source>The formula ends too early. Expected: a number, x, a, b, c, a function or an opening parenthesis.</source>
        <translation>公式结束得太早。此处应为：数、x、a、b、c、函数或左括号。</translation>
    </message>
    <message>
        <source>“%1” does not fit here. Expected: a number, x, a, b, c, a function or an opening parenthesis.</source>
        <translation>“%1”不适合放在这里。此处应为：数、x、a、b、c、函数或左括号。</translation>
    </message>
    <message>
        <source>A closing parenthesis is missing: the one opened in column %1 is still open.</source>
        <translation>缺少右括号：第 %1 列的左括号尚未闭合。</translation>
    </message>
    <message>
        <source>This closing parenthesis has no opening one. Please remove it, or open one before.</source>
        <translation>这个右括号没有对应的左括号。请删除它，或在前面补上左括号。</translation>
    </message>
    <message>
        <source>A comma only stands between the arguments of a function. Please write decimal numbers with a point, such as 0.5.</source>
        <translation>逗号只用于分隔函数的各个自变量。小数请用小数点，例如 0.5。</translation>
    </message>
    <message>
        <source>Please write products with a sign: %1.</source>
        <translation>乘法请写出乘号：%1。</translation>
    </message>
    <message>
        <source>Please write powers with ^, such as x^2.</source>
        <translation>乘方请用 ^，例如 x^2。</translation>
    </message>
    <message>
        <source>Please write == to ask whether two values are equal.</source>
        <translation>判断两个值是否相等请用 ==。</translation>
    </message>
    <message>
        <source>Only two values can be compared at a time. Please write (0 &lt; x) * (x &lt; 1) in place of 0 &lt; x &lt; 1.</source>
        <translation>一次只能比较两个值。请用 (0 &lt; x) * (x &lt; 1) 代替 0 &lt; x &lt; 1。</translation>
    </message>
    <message>
        <source>The function %1 needs parentheses: %2.</source>
        <translation>函数 %1 需要括号：%2。</translation>
    </message>
    <message>
        <source>The function %1 has another number of arguments. Needed: %2, given: %3.</source>
        <extracomment>%3 are given, but it needs %2</extracomment>
        <translation>函数 %1 的自变量个数不符。需要：%2，给出：%3。</translation>
    </message>
    <message>
        <source>%1 is not known in formulas. There are: %2.</source>
        <translation>公式中没有 %1。可用的有：%2。</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>您是不是想写 %1？</translation>
    </message>
    <message>
        <source>The formula cannot be understood here: “%1”.</source>
        <translation>公式在此处无法理解：“%1”。</translation>
    </message>
</context>
<context>
    <name>ui::FactorsPanel</name>
    <message>
        <source>Drawing</source>
        <translation>绘图方式</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Every layer at this moment</source>
        <translation>此刻的每一层</translation>
    </message>
    <message>
        <source>The layer that is looked at, over the steps</source>
        <translation>所选层随步数的变化</translation>
    </message>
    <message>
        <source>Gain factors</source>
        <translation>增益因子</translation>
    </message>
    <message>
        <source>What each layer multiplies the gradient with on its way back, and which part of the layer does it. All numbers are ratios of root mean squares over units and samples.

weights: what the weights of the layer above bring down. derivative: what f′(z) leaves of it. normalization and skip: the same for a normalization and a skip connection, where there are any. The dark dots are their product, the gain of the layer.

Bars that hang from 1 take gradient away, bars that stand on 1 add to it. The product of all gains but the last layer&apos;s is the delta ratio: so one sees whether the weights or the activation kill the gradient.</source>
        <translation>梯度回传经过每一层时所乘的倍数，以及由该层的哪一部分造成。所有数值都是神经元与样本上均方根之比。

权重：上一层的权重带下来多少。导数：f′(z) 留下多少。归一化与跳跃：若有归一化或跳跃连接，则为其相应的倍数。深色圆点是它们的乘积，即该层的增益。

从 1 向下垂的条削弱梯度，立在 1 上的条增强梯度。除最后一层外所有增益的乘积就是 δ 比：由此可见是权重还是激活函数扼杀了梯度。</translation>
    </message>
    <message>
        <source>normalization</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>跳跃</translation>
    </message>
    <message>
        <source>derivative f′</source>
        <translation>导数 f′</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>因子</translation>
    </message>
    <message>
        <source>No hidden layer: there is no way back to look at.</source>
        <translation>没有隐藏层：没有可看的回传之路。</translation>
    </message>
    <message>
        <source>No gradient comes back to any layer.</source>
        <translation>没有梯度回到任何一层。</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation>没有隐藏层</translation>
    </message>
    <message>
        <source>layer %1: %2 = gain %3</source>
        <translation>第 %1 层：%2 = 增益 %3</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>layer %1, step %2</source>
        <translation>第 %1 层，第 %2 步</translation>
    </message>
    <message>
        <source>there is no hidden layer, so there is no way back to look at.</source>
        <translation>没有隐藏层，因此没有可看的回传之路。</translation>
    </message>
    <message>
        <source>layer %1 multiplies the gradient by %2: the weights by %3, the derivative of the activation by %4.</source>
        <translation>第 %1 层使梯度乘以 %2：权重乘以 %3，激活函数的导数乘以 %4。</translation>
    </message>
    <message>
        <source>Layer %1 at step %2</source>
        <translation>第 %1 层，第 %2 步</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>The gain stays near 1 in every layer: what the derivative takes, the weights give back.</source>
        <translation>每层的增益都接近 1：导数拿走的，权重补回来。</translation>
    </message>
    <message>
        <source>Eight layers with a gain of 1/4 each leave less than a ten-thousandth; with a gain of 2 they make it 128 times larger.</source>
        <translation>八层的增益若各为 1/4，剩下的不到万分之一；若各为 2，则放大 128 倍。</translation>
    </message>
    <message>
        <source>Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks (2010)</source>
        <translation>Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks (2010)</translation>
    </message>
    <message>
        <source>He, Zhang, Ren, Sun: Delving Deep into Rectifiers (2015)</source>
        <translation>He, Zhang, Ren, Sun: Delving Deep into Rectifiers (2015)</translation>
    </message>
    <message>
        <source>Schoenholz, Gilmer, Ganguli, Sohl-Dickstein: Deep Information Propagation (2017)</source>
        <translation>Schoenholz, Gilmer, Ganguli, Sohl-Dickstein: Deep Information Propagation (2017)</translation>
    </message>
</context>
<context>
    <name>ui::FaultWords</name>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>一个整数</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>带引号的文本</translation>
    </message>
    <message>
        <source>an object {…}</source>
        <translation>对象 {…}</translation>
    </message>
    <message>
        <source>a list […]</source>
        <translation>列表 […]</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>您是不是想写 %1？</translation>
    </message>
    <message>
        <source>The text ends too early. Something is missing, such as a closing bracket or quote.</source>
        <translation>文本过早结束。缺少了什么，例如右括号或右引号。</translation>
    </message>
    <message>
        <source>This is no valid JSON: “%1” was not expected here.</source>
        <translation>这不是有效的 JSON：此处不应出现“%1”。</translation>
    </message>
    <message>
        <source>This is no Actiscope experiment: the file must be an object that begins with &quot;format&quot;: &quot;actiscope-experiment&quot;, &quot;version&quot;: 1.</source>
        <translation>这不是 Actiscope 实验：文件必须是以 &quot;format&quot;: &quot;actiscope-experiment&quot;, &quot;version&quot;: 1 开头的对象。</translation>
    </message>
    <message>
        <source>The file has version %1, but this program understands version %2. A newer Actiscope may be able to open it.</source>
        <translation>文件的版本是 %1，而本程序支持版本 %2。更新的 Actiscope 也许能打开它。</translation>
    </message>
    <message>
        <source>Brackets are nested too deep: at most %1 levels are allowed.</source>
        <translation>括号嵌套过深：最多允许 %1 层。</translation>
    </message>
    <message>
        <source>The file is too large to be an experiment: at most %1 MB are allowed.</source>
        <translation>文件太大，不像是实验：最多允许 %1 MB。</translation>
    </message>
    <message>
        <source>%1 is given twice, first on line %2. Please remove one of the two.</source>
        <translation>%1 出现了两次，第一次在第 %2 行。请删去其中一个。</translation>
    </message>
    <message>
        <source>%1 is missing. Please add it as %2.</source>
        <translation>缺少 %1。请补上，其类型为%2。</translation>
    </message>
    <message>
        <source>There is no key %1. Allowed there: %2.</source>
        <translation>没有 %1 这个键。此处允许：%2。</translation>
    </message>
    <message>
        <source>%1 does not go with %2; it belongs to %3. Please remove it or choose another kind.</source>
        <translation>%1 与 %2 不相配，它属于 %3。请删去它，或另选一种。</translation>
    </message>
    <message>
        <source>%1 is %2, but it must be %3.</source>
        <translation>%1 是 %2，但它必须是 %3。</translation>
    </message>
    <message>
        <source>To choose a kind, set %1.</source>
        <translation>要选择种类，请设置 %1。</translation>
    </message>
    <message>
        <source>%1 is %2, which is not known here. Please choose one of: %3.</source>
        <translation>%1 是 %2，这里不认识它。请从中选择一个：%3。</translation>
    </message>
    <message>
        <source>%1 cannot change while the network runs. Please remove it from the changes, or set it for the whole experiment.</source>
        <translation>网络运行时不能改变 %1。请把它从 changes 中删去，或为整个实验设置它。</translation>
    </message>
    <message>
        <source>No sample is left to train with: the test set takes %2 of %1 samples. Please raise data.samples or lower data.test_fraction.</source>
        <translation>没有剩下可用于训练的样本：在 %1 个样本中，测试集占去了 %2。请增大 data.samples 或减小 data.test_fraction。</translation>
    </message>
    <message>
        <source>A batch has %1 sample, but batch normalization needs at least %2. Please raise training.batch_size, or the number of samples.</source>
        <translation>一批有 %1 个样本，但批归一化至少需要 %2 个。请增大 training.batch_size 或样本数。</translation>
    </message>
    <message>
        <source>This experiment would need %1 GB of memory, and %2 GB are allowed. Please choose a smaller depth, width, batch or number of samples.</source>
        <translation>该实验需要 %1 GB 内存，而允许的是 %2 GB。请减小深度、宽度、批大小或样本数。</translation>
    </message>
    <message>
        <source>The loss %1 needs classes, but this data has numbers to predict. Please choose one of: %2.</source>
        <translation>损失 %1 需要类别，但该数据要预测的是数值。请从中选择一个：%2。</translation>
    </message>
    <message>
        <source>There is no preset “%1”. Please choose one of: %2.</source>
        <translation>没有名为“%1”的预设。请从中选择一个：%2。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Please check the name and the permissions.</source>
        <translation>无法读取 %1：%2。请检查文件名和权限。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Please choose another place, or make room there.</source>
        <translation>无法写入 %1：%2。请换一个位置，或在那里腾出空间。</translation>
    </message>
    <message>
        <source>A part of the program is missing or damaged: %1. Please install Actiscope again.</source>
        <translation>程序的一部分缺失或损坏：%1。请重新安装 Actiscope。</translation>
    </message>
    <message>
        <source>“%1” does not fit here. Expected: %2.</source>
        <translation>“%1”不适用于此处。应为：%2。</translation>
    </message>
    <message>
        <source>%1: “%2” does not fit here. Expected: %3.</source>
        <translation>%1：“%2”不适用于此处。应为：%3。</translation>
    </message>
    <message>
        <source>Something unforeseen happened while training: %1.</source>
        <translation>训练时发生了意料之外的问题：%1。</translation>
    </message>
    <message>
        <source>%1 is incomplete. Expected: %2.</source>
        <translation>%1 不完整。应为：%2。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>The loss %1 has one output for two classes, but this data has %2 classes. Please choose one of: %3.</source>
        <translation>损失函数 %1 用一个输出区分两个类别，但这份数据有 %2 个类别。请选择其中之一：%3。</translation>
    </message>
    <message>
        <source>the name of a column, or its number from 0</source>
        <translation>列名，或从 0 开始的列号</translation>
    </message>
    <message>
        <source>a point [x, y, class]</source>
        <translation>一个点 [x, y, 类别]</translation>
    </message>
    <message>
        <source>the column “%1”</source>
        <translation>“%1”列</translation>
    </message>
    <message>
        <source>this column</source>
        <translation>该列</translation>
    </message>
    <message>
        <source>A quote is opened here and never closed. Please close it, or double it if it belongs to the text.</source>
        <translation>此处的引号没有闭合。请补上右引号；若引号属于文字，请写成两个。</translation>
    </message>
    <message>
        <source>This row has %1 cells, but the first row has %2. Please make them equally many.</source>
        <translation>此行有 %1 个单元格，而第一行有 %2 个。请使两者相同。</translation>
    </message>
    <message>
        <source>The value is missing in %1. Please fill it in, or remove the row.</source>
        <translation>%1缺少值。请填写，或删除此行。</translation>
    </message>
    <message>
        <source>“%1” is no number, but %2 needs one.</source>
        <translation>“%1”不是数字，而%2需要数字。</translation>
    </message>
    <message>
        <source>Decimals are written with a point, as in 3.14.</source>
        <translation>小数请用小数点，例如 3.14。</translation>
    </message>
    <message>
        <source>“%1” in %2 is no number that can be learned from. Please correct it, or remove the row.</source>
        <translation>%2中的“%1”不是可用于学习的数。请更正，或删除此行。</translation>
    </message>
    <message>
        <source>There is no column %1 to be learned. There are: %2. Please correct data.label.</source>
        <translation>没有可作为学习目标的列 %1。现有：%2。请更正 data.label。</translation>
    </message>
    <message>
        <source>The table has one column only, but it needs at least one to learn from and one to be learned. Is another separator meant?</source>
        <translation>表格只有一列，但至少需要一列特征和一列学习目标。是否应使用其他分隔符？</translation>
    </message>
    <message>
        <source>The column to be learned has more than %1 different values, which are too many to be classes. Please choose another column in data.label, or regression as data.task.</source>
        <translation>学习目标列有超过 %1 个不同的值，作为类别太多。请在 data.label 中另选一列，或将 data.task 设为 regression。</translation>
    </message>
    <message>
        <source>There are %1 more faults like these.</source>
        <translation>另有 %1 处类似的错误。</translation>
    </message>
    <message>
        <source>%1 has no samples. Please add some.</source>
        <translation>%1 没有样本。请添加。</translation>
    </message>
    <message>
        <source>This is no text in UTF-8. Please save the table as text (CSV, UTF-8) and try again.</source>
        <translation>这不是 UTF-8 文本。请将表格另存为文本（CSV，UTF-8）后重试。</translation>
    </message>
    <message>
        <source>All samples belong to one class, “%1”. At least two are needed to tell them apart.</source>
        <translation>所有样本都属于同一个类别“%1”。至少需要两个类别才能区分。</translation>
    </message>
    <message>
        <source>This is too much data: at most %1 million numbers are allowed.</source>
        <translation>数据太多：最多允许 %1 百万个数。</translation>
    </message>
    <message>
        <source>%1 is damaged or cut off. Please fetch it again.</source>
        <translation>%1 已损坏或不完整。请重新获取。</translation>
    </message>
    <message>
        <source>%1 is no IDX file of labels: bytes in one dimension. Are the two files swapped?</source>
        <translation>%1 不是 IDX 标签文件（一维字节）。两个文件是否弄反了？</translation>
    </message>
    <message>
        <source>%1 is no IDX file of pictures: bytes in two or three dimensions. Are the two files swapped?</source>
        <translation>%1 不是 IDX 图片文件（二维或三维字节）。两个文件是否弄反了？</translation>
    </message>
    <message>
        <source>%1 is not as long as its head says: it holds %2 bytes instead of %3. Please fetch it again.</source>
        <translation>%1 的长度与文件头不符：实有 %2 字节，应为 %3 字节。请重新获取。</translation>
    </message>
    <message>
        <source>There are %1 pictures, but %2 labels in %3. Please choose files that belong together.</source>
        <translation>有 %1 张图片，但 %3 中有 %2 个标签。请选择相互配套的文件。</translation>
    </message>
    <message>
        <source>%1 is %2, but network.layers lists %3 layers one by one. Please make both agree, or leave network.layers out.</source>
        <translation>%1 为 %2，但 network.layers 逐一列出了 %3 层。请使两者一致，或去掉 network.layers。</translation>
    </message>
    <message>
        <source>a list of objects, one for each hidden layer</source>
        <translation>对象列表，每个隐藏层一个</translation>
    </message>
</context>
<context>
    <name>ui::FigureWords</name>
    <message>
        <source>%1, rate %2</source>
        <translation>%1，学习率 %2</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>随机种子 %1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>schedule %1</source>
        <translation>学习率调度：%1</translation>
    </message>
    <message>
        <source>each layer its own</source>
        <translation>逐层设置</translation>
    </message>
</context>
<context>
    <name>ui::FileWords</name>
    <message>
        <source>Actiscope experiments (%1)</source>
        <translation>Actiscope 实验 (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>所有文件 (%1)</translation>
    </message>
    <message>
        <source>Open an experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>Save the experiment as</source>
        <translation>实验另存为</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Save the changes to this experiment?</source>
        <translation>要保存对该实验的更改吗？</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>要保存对“%1”的更改吗？</translation>
    </message>
    <message>
        <source>Without saving, they are lost.</source>
        <translation>如不保存，更改将会丢失。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Pictures in the format of MNIST (%1)</source>
        <translation>MNIST 格式的图片 (%1)</translation>
    </message>
    <message>
        <source>Tables (%1)</source>
        <translation>表格 (%1)</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Which pictures?</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Labels of pictures (%1)</source>
        <translation>图片的标签 (%1)</translation>
    </message>
    <message>
        <source>Which classes do the pictures belong to?</source>
        <translation>选择图片的类别文件</translation>
    </message>
    <message>
        <source>Save the PyTorch script as</source>
        <translation>将 PyTorch 脚本另存为</translation>
    </message>
    <message>
        <source>Python scripts (%1)</source>
        <translation>Python 脚本 (%1)</translation>
    </message>
    <message>
        <source>Report as a web page (%1)</source>
        <translation>网页报告 (%1)</translation>
    </message>
    <message>
        <source>Report as PDF (%1)</source>
        <translation>PDF 报告 (%1)</translation>
    </message>
    <message>
        <source>Table of all runs (%1)</source>
        <translation>所有运行的表格 (%1)</translation>
    </message>
    <message>
        <source>Save the results of the race as</source>
        <translation>将竞赛结果另存为</translation>
    </message>
    <message>
        <source>Experiments and comparisons (%1)</source>
        <translation>实验与对比 (%1)</translation>
    </message>
</context>
<context>
    <name>ui::FindingRow</name>
    <message>
        <source>Try: %1</source>
        <translation>试一试：%1</translation>
    </message>
    <message>
        <source>Cure: %1</source>
        <translation>对策：%1</translation>
    </message>
</context>
<context>
    <name>ui::FindingsPicture</name>
    <message>
        <source>Nothing found.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>Nothing found so far.</source>
        <translation>目前没有发现问题。</translation>
    </message>
    <message>
        <source>+%1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>since step</source>
        <translation>起始步</translation>
    </message>
</context>
<context>
    <name>ui::Formula</name>
    <message>
        <source>%1 otherwise</source>
        <translation>否则为 %1</translation>
    </message>
    <message>
        <source>%1 if %2; </source>
        <translation>%2 时为 %1；</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>其他情况</translation>
    </message>
</context>
<context>
    <name>ui::GradientBanner</name>
    <message>
        <source>no gradient</source>
        <translation>没有梯度</translation>
    </message>
    <message>
        <source>vanishing</source>
        <translation>梯度消失</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>exploding</source>
        <translation>梯度爆炸</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>delta of layer 1 / layer %1</source>
        <translation>第 1 层 δ / 第 %1 层 δ</translation>
    </message>
    <message>
        <source>delta ratio</source>
        <translation>δ 之比</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
</context>
<context>
    <name>ui::GradientPanel</name>
    <message>
        <source>Quantity</source>
        <translation>显示的量</translation>
    </message>
    <message>
        <source>delta: the gradient of the loss with respect to z, root mean square</source>
        <translation>δ：损失对 z 的梯度，取均方根</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>画法</translation>
    </message>
    <message>
        <source>Gradient flow</source>
        <translation>梯度流</translation>
    </message>
    <message>
        <source>delta (rms)</source>
        <translation>δ（均方根）</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>No hidden layer: there is no way back to look at.</source>
        <translation>没有隐藏层：没有回传的路可看。</translation>
    </message>
    <message>
        <source>No update yet: play, or take a step.</source>
        <translation>还没有更新：请播放，或单步执行。</translation>
    </message>
    <message>
        <source>one layer: nothing to compare</source>
        <translation>只有一层：无从比较</translation>
    </message>
    <message>
        <source>no gradient reaches layer 1</source>
        <translation>没有梯度到达第 1 层</translation>
    </message>
    <message>
        <source>no gradient reaches the layers</source>
        <translation>没有梯度到达任何一层</translation>
    </message>
    <message>
        <source>each layer multiplies delta by %1 on average</source>
        <translation>每一层平均把 δ 乘以 %1</translation>
    </message>
    <message>
        <source>No gradient: it is exactly 0 in every layer.</source>
        <translation>没有梯度：每一层都恰好为 0。</translation>
    </message>
    <message>
        <source>Gradient axis</source>
        <translation>梯度的坐标轴</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>steps %1 – %2</source>
        <translation>第 %1 – %2 步</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>there is no hidden layer, so there is no way back to look at.</source>
        <translation>没有隐藏层，因此没有回传的路可看。</translation>
    </message>
    <message>
        <source>the only hidden layer receives a delta of %1.</source>
        <translation>唯一的隐藏层收到的 δ 为 %1。</translation>
    </message>
    <message>
        <source>no gradient reaches layer 1.</source>
        <translation>没有梯度到达第 1 层。</translation>
    </message>
    <message>
        <source>layer 1 receives %1 of layer %2&apos;s gradient; %3.</source>
        <translation>第 1 层收到的梯度是第 %2 层的 %1；%3。</translation>
    </message>
    <message>
        <source>At step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>What layer %1 makes of the gradient that comes back to it, factor by factor: normalization, weights, skip connection, derivative of the activation.</source>
        <translation>第 %1 层如何改变回传到它的梯度，逐个倍数来看：归一化、权重、跳跃连接、激活函数的导数。</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>A delta ratio near 1: every layer receives about as much as the last one.</source>
        <translation>δ 之比接近 1：每一层收到的都与最后一层差不多。</translation>
    </message>
    <message>
        <source>Vanishing: below %1 a notice, below %2 an alarm.</source>
        <translation>消失：低于 %1 提示，低于 %2 警告。</translation>
    </message>
    <message>
        <source>Exploding: above %1 a notice, above %2 an alarm.</source>
        <translation>爆炸：高于 %1 提示，高于 %2 警告。</translation>
    </message>
    <message>
        <source>Others draw the line elsewhere: AutoTrainer at ratios of 0.001 and 70, SageMaker Debugger at a mean gradient of 10⁻⁷.</source>
        <translation>别处的界限有所不同：AutoTrainer 取比值 0.001 和 70，SageMaker Debugger 取平均梯度 10⁻⁷。</translation>
    </message>
    <message>
        <source>Hochreiter: Untersuchungen zu dynamischen neuronalen Netzen (1991)</source>
        <translation>Hochreiter: Untersuchungen zu dynamischen neuronalen Netzen (1991)</translation>
    </message>
    <message>
        <source>Bengio, Simard, Frasconi: Learning Long-Term Dependencies with Gradient Descent Is Difficult (1994)</source>
        <translation>Bengio, Simard, Frasconi: Learning Long-Term Dependencies with Gradient Descent Is Difficult (1994)</translation>
    </message>
    <message>
        <source>Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks (2010)</source>
        <translation>Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks (2010)</translation>
    </message>
    <message>
        <source>He, Zhang, Ren, Sun: Delving Deep into Rectifiers (2015)</source>
        <translation>He, Zhang, Ren, Sun: Delving Deep into Rectifiers (2015)</translation>
    </message>
    <message>
        <source>Zhang et al.: AutoTrainer (2021)</source>
        <translation>Zhang et al.: AutoTrainer (2021)</translation>
    </message>
    <message>
        <source>one line a layer</source>
        <translation>每层一条曲线</translation>
    </message>
    <message>
        <source>map of layers and steps</source>
        <translation>各层各步的热图</translation>
    </message>
    <message>
        <source>from layer to layer, with theory</source>
        <translation>逐层，并与理论对照</translation>
    </message>
    <message>
        <source>The weights: the norm of their gradient, or their update (view menu)</source>
        <translation>权重：其梯度的范数，或其更新（见视图菜单）</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>gradient ∇W</source>
        <translation>梯度 ∇W</translation>
    </message>
    <message>
        <source>update ratio ΔW / W</source>
        <translation>更新比 ΔW / W</translation>
    </message>
    <message>
        <source>How large the gradient is in each hidden layer, step by step, on its way back from the loss to the first layer.

delta is the gradient of the loss with respect to z (root mean square over units and samples); ∇W is the norm of the gradient of a layer&apos;s weights. They are not the same picture: ∇W can stay level while delta vanishes. ΔW is the update ratio, what a step changes of the weights relative to them; about a thousandth is a good pace.

The view menu has a map of all layers, and the profile from layer to layer at this moment, beside that before the first step and the one that theory predicts for it.

The big number is delta of layer 1 divided by delta of the last layer. Far below 1 the gradient vanishes on its way, and the first layers hardly learn; far above 1 it explodes. On a logarithmic axis equal distances are equal factors.

Contenders have a line of the selected layer each, and one in the profile.

Point at a line to read it; click it, or use the arrow keys, to select its layer in all cards.</source>
        <translation>从损失回传到第一层的途中，每个隐藏层的梯度在每一步有多大。

δ 是损失对 z 的梯度（神经元与样本上的均方根）；∇W 是该层权重梯度的范数。两者不是同一幅图：δ 消失时 ∇W 可以保持不变。ΔW 是更新比，即一步对权重的改变量与权重之比；约千分之一是合适的步调。

视图菜单中有所有层的热图，还有此刻逐层的剖面，并与第一步之前的剖面以及理论对它的预言对照。

大数字是第 1 层的 δ 除以最后一层的 δ。远小于 1 表示梯度在途中消失，前面的层几乎学不到东西；远大于 1 表示梯度爆炸。在对数轴上，相等的距离代表相等的倍数。

每个参赛者的所选层各有一条线，在剖面中也各有一条。

指向一条线可读数；点击它或使用方向键，可在所有卡片中选中该层。</translation>
    </message>
    <message>
        <source>%1, layer %2</source>
        <translation>%1，第 %2 层</translation>
    </message>
</context>
<context>
    <name>ui::GradientProfile</name>
    <message>
        <source>delta, relative to the last layer</source>
        <translation>δ（相对于最后一层）</translation>
    </message>
    <message>
        <source>norm of ∇W</source>
        <translation>∇W 的范数</translation>
    </message>
    <message>
        <source>update ratio ΔW / W</source>
        <translation>更新比 ΔW / W</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>before the first step</source>
        <translation>第一步之前</translation>
    </message>
    <message>
        <source>theory, before the first step</source>
        <translation>理论值（第一步之前）</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
</context>
<context>
    <name>ui::ImportDialog</name>
    <message>
        <source>Import data from %1</source>
        <translation>从 %1 导入数据</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>%1 (to be learned)</source>
        <translation>%1（学习目标）</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 个样本</translation>
    </message>
    <message>
        <source>one feature</source>
        <translation>1 个特征</translation>
    </message>
    <message>
        <source>%1 features</source>
        <translation>%1 个特征</translation>
    </message>
    <message>
        <source>%1, %2, and a number to be predicted: %3.</source>
        <translation>%1，%2，预测一个数：%3。</translation>
    </message>
    <message>
        <source>%1, %2, %3: %4.</source>
        <translation>%1，%2，%3：%4。</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 个类别</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ui::LayerSection</name>
    <message>
        <source>Units</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>单独设置</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>Choose a layer to change it below. All cards look at it.</source>
        <translation>选择一层，即可在下方修改。所有卡片都显示这一层。</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
</context>
<context>
    <name>ui::LossPanel</name>
    <message>
        <source>Axis of the loss</source>
        <translation>损失的坐标轴</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>The loss on a linear axis</source>
        <translation>用线性坐标轴显示损失</translation>
    </message>
    <message>
        <source>The loss on a logarithmic axis</source>
        <translation>用对数坐标轴显示损失</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>The mean loss over the whole training set and the whole test set, and below it the share of right answers. The pale band is the loss of the mini-batches, from the smallest to the largest of neighbouring steps.

A level line at the height of guessing means that nothing is learned. A test loss that rises while the training loss falls means that the network learns the samples by heart.

Point at the picture to read the numbers of a step.</source>
        <translation>整个训练集和整个测试集上的平均损失，下方是答对的比例。浅色的带是小批量的损失，从相邻各步的最小值到最大值。

如果曲线停在瞎猜的高度上不动，就说明什么也没学到。如果训练损失下降而测试损失上升，就说明网络在死记样本。

把指针移到图上，可读出某一步的数值。</translation>
    </message>
    <message>
        <source>mini-batch</source>
        <translation>小批量</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>training %1</source>
        <translation>训练集 %1</translation>
    </message>
    <message>
        <source>No test set</source>
        <translation>没有测试集</translation>
    </message>
    <message>
        <source>test %1</source>
        <translation>测试集 %1</translation>
    </message>
    <message>
        <source>on %1 test samples</source>
        <translation>取 %1 个测试样本</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1, %2 right</source>
        <translation>%1，答对 %2</translation>
    </message>
    <message>
        <source>after %1 steps the training loss is %2</source>
        <translation>训练 %1 步后，训练损失为 %2</translation>
    </message>
    <message>
        <source>; the test loss is %1.</source>
        <translation>；测试损失为 %1。</translation>
    </message>
    <message>
        <source>; there is no test set.</source>
        <translation>；没有测试集。</translation>
    </message>
    <message>
        <source>At step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1; of one sample: %2</source>
        <translation>%1；单个样本：%2</translation>
    </message>
    <message>
        <source>Guessing one of %1 classes costs ln %1 = %2: a network that stays there has learned nothing.</source>
        <translation>在 %1 个类别中瞎猜的代价是 ln %1 = %2：停在那里的网络什么也没学到。</translation>
    </message>
    <message>
        <source>The training loss falls, fast at first; the test loss follows it closely.</source>
        <translation>训练损失下降，起初很快；测试损失紧紧跟随。</translation>
    </message>
    <message>
        <source>A test loss that turns and rises is overfitting; a loss that jumps up again and again asks for a smaller learning rate.</source>
        <translation>测试损失转而上升就是过拟合；损失一再跳升，就需要更小的学习率。</translation>
    </message>
    <message>
        <source>Prechelt: Early Stopping – But When? (1998)</source>
        <translation>Prechelt: Early Stopping – But When? (1998)</translation>
    </message>
    <message>
        <source>Goodfellow, Bengio, Courville: Deep Learning, chapters 5 and 8 (2016)</source>
        <translation>Goodfellow, Bengio, Courville: Deep Learning（《深度学习》），第 5 章和第 8 章 (2016)</translation>
    </message>
    <message>
        <source>learning rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>cure, training</source>
        <translation>对策，训练</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Training had to stop. %1 Change a setting or press Restart to try again.</source>
        <translation>训练不得不停止。%1请更改一项设置，或按“重新开始”再试一次。</translation>
    </message>
    <message>
        <source>%1 – Actiscope</source>
        <translation>%1 – Actiscope</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>The file with the window&apos;s settings was damaged and has been set aside as %1. Everything begins with its defaults.</source>
        <translation>窗口的设置文件已损坏，已另存为 %1。一切从默认值开始。</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>新实验</translation>
    </message>
    <message>
        <source>Welcome! Eight sigmoid layers are training here, and hardly learn: on its way back the gradient vanishes. Drag “Depth” at the left down to 2 and watch it come back. Then set it to 8 again, and change the activation from Sigmoid to ReLU.</source>
        <translation>欢迎！这里正在训练八层 sigmoid，却几乎学不到东西：梯度在回传途中消失了。把左侧的“深度”拖到 2，看看梯度如何回来。然后再设回 8，把激活函数从 Sigmoid 换成 ReLU。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo “%1”</source>
        <translation>撤销“%1”(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo “%1”</source>
        <translation>重做“%1”(&amp;R)</translation>
    </message>
    <message>
        <source>Forget these files</source>
        <translation>忘记这些文件</translation>
    </message>
    <message>
        <source>About Actiscope</source>
        <translation>关于 Actiscope</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Actiscope %1&lt;/h3&gt;&lt;p&gt;A desktop microscope for activation functions.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. What you make with it (figures, reports, code) is yours.&lt;/p&gt;&lt;p&gt;The data sets are under CC BY 4.0, the typeface Inter under the SIL Open Font License 1.1.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Actiscope %1&lt;/h3&gt;&lt;p&gt;观察激活函数的桌面显微镜。&lt;/p&gt;&lt;p&gt;自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。您用它制作的内容（图、报告、代码）归您所有。&lt;/p&gt;&lt;p&gt;数据集遵循 CC BY 4.0，字体 Inter 遵循 SIL 开放字体许可证 1.1。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>ui::MapWords</name>
    <message>
        <source>Its answers are no numbers any more.</source>
        <translation>它的回答已不再是数值。</translation>
    </message>
</context>
<context>
    <name>ui::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui::PaceSlider</name>
    <message>
        <source>Pace</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How many steps to make a second, so that an effect can be watched as it unfolds. At the right end: as fast as it goes.</source>
        <translation>每秒训练多少步，以便看清现象是如何发生的。拉到最右端：尽可能快。</translation>
    </message>
    <message>
        <source>as fast as it goes</source>
        <translation>尽可能快</translation>
    </message>
    <message>
        <source>1 step a second</source>
        <translation>每秒 1 步</translation>
    </message>
    <message>
        <source>%1 steps a second</source>
        <translation>每秒 %1 步</translation>
    </message>
</context>
<context>
    <name>ui::Panel</name>
    <message>
        <source>The run has diverged at step %1 in the output layer.</source>
        <translation>训练在第 %1 步于输出层发散。</translation>
    </message>
    <message>
        <source>The run has diverged at step %1 in layer %2.</source>
        <translation>训练在第 %1 步于第 %2 层发散。</translation>
    </message>
    <message>
        <source>Freeze the axes</source>
        <translation>冻结坐标轴</translation>
    </message>
    <message>
        <source>The axes stay where they are, so that before and after can be compared.</source>
        <translation>坐标轴保持不动，以便比较前后的变化。</translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation>复位缩放</translation>
    </message>
    <message>
        <source>Beside it, %1: %2</source>
        <translation>旁边的“%1”：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并行对比</translation>
    </message>
</context>
<context>
    <name>ui::ParameterSlider</name>
    <message>
        <source>%1, value</source>
        <translation>%1的值</translation>
    </message>
    <message>
        <source>Please write “%1” with a decimal point, such as 0.01.</source>
        <translation>请用小数点书写“%1”，例如 0.01。</translation>
    </message>
    <message>
        <source>“%1” is not a number. Please write it like 0.01 or 1e-2.</source>
        <translation>“%1”不是一个数。请写成 0.01 或 1e-2 这样。</translation>
    </message>
    <message>
        <source>%1 is too large: at most %2.</source>
        <translation>%1 太大：最多为 %2。</translation>
    </message>
    <message>
        <source>%1 is too small: at least %2.</source>
        <translation>%1 太小：最少为 %2。</translation>
    </message>
    <message>
        <source>%1 is not allowed: it has to be more than %2.</source>
        <translation>不能取 %1：必须大于 %2。</translation>
    </message>
    <message>
        <source>%1 is not a whole number.</source>
        <translation>%1 不是整数。</translation>
    </message>
    <message>
        <source>Reset to %1</source>
        <translation>重置为 %1</translation>
    </message>
</context>
<context>
    <name>ui::PhaseAxisRow</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>evenly</source>
        <translation>等距</translation>
    </message>
    <message>
        <source>by factors</source>
        <translation>等比</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>values</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>间距</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 needs two numbers, with a decimal point: from and to.</source>
        <translation>“%1”需要两个数：起点和终点，小数点用“.”。</translation>
    </message>
    <message>
        <source>%1 must go from a smaller number to a larger one.</source>
        <translation>“%1”必须从较小的数到较大的数。</translation>
    </message>
    <message>
        <source>%1 can be spread by factors only from a number above 0 on.</source>
        <translation>“%1”只有从大于 0 的数开始才能等比分布。</translation>
    </message>
</context>
<context>
    <name>ui::PhaseBar</name>
    <message>
        <source>Page before (Page Up)</source>
        <translation>上一页 (Page Up)</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>下一页 (Page Down)</translation>
    </message>
    <message>
        <source>Progress of the phase map</source>
        <translation>相图的进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ends the runs here; what has come in stays.</source>
        <translation>到此结束；已有的结果会保留。</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>还需 %1 秒</translation>
    </message>
</context>
<context>
    <name>ui::PhaseColours</name>
    <message>
        <source>outcome</source>
        <translation>结局</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>delta ratio at the start</source>
        <translation>开始时的 δ 之比</translation>
    </message>
    <message>
        <source>delta ratio at the end</source>
        <translation>结束时的 δ 之比</translation>
    </message>
    <message>
        <source>gradient-dead share</source>
        <translation>梯度死亡比例</translation>
    </message>
    <message>
        <source>saturated share</source>
        <translation>饱和比例</translation>
    </message>
</context>
<context>
    <name>ui::PhaseMapDialog</name>
    <message>
        <source>Phase map</source>
        <translation>相图</translation>
    </message>
    <message>
        <source>A network of the present experiment is trained for every pair of values of two of its settings, behind the run that is watched.</source>
        <translation>对当前实验的两项设置的每一对取值，各训练一个网络，在所观察的运行背后进行。</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>values</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>间距</translation>
    </message>
    <message>
        <source>From left to right</source>
        <translation>从左到右</translation>
    </message>
    <message>
        <source>From bottom to top</source>
        <translation>从下到上</translation>
    </message>
    <message>
        <source>To flip through</source>
        <translation>用于翻页</translation>
    </message>
    <message>
        <source>Steps of each run</source>
        <translation>每次运行的步数</translation>
    </message>
    <message>
        <source>Learned from an accuracy of</source>
        <translation>学会所需的准确率</translation>
    </message>
    <message>
        <source>Of the training set. Without classes: the share of the loss of answering 0 to everything that must be gone.</source>
        <translation>指训练集上的准确率。没有类别时：与全部回答 0 的损失相比，必须消除的比例。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 is chosen twice: choose another setting in one of the places.</source>
        <translation>“%1”选了两次：请在其中一处另选一项设置。</translation>
    </message>
    <message>
        <source>These are %1 runs, and a map has at most %2: choose fewer values.</source>
        <translation>共 %1 次运行，而一张图最多 %2 次：请减少取值。</translation>
    </message>
    <message>
        <source>%1 runs of %2 steps each.</source>
        <translation>%1 次运行，每次 %2 步。</translation>
    </message>
</context>
<context>
    <name>ui::PhasePanel</name>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Map …</source>
        <translation>相图…</translation>
    </message>
    <message>
        <source>Choose two keys and train a network for every pair of their values.</source>
        <translation>选择两个键，为它们的每一对取值训练一个网络。</translation>
    </message>
    <message>
        <source>Phase map</source>
        <translation>相图</translation>
    </message>
    <message>
        <source>What becomes of the network for every pair of values of two of its settings: each cell is a run of its own, from the same seed. It is trained behind the run that is watched, coarse at first, then finer; a pale cell has the colour of a coarser one until its own run has ended.

The colour and the sign of a cell tell the outcome; the view menu colours by a statistic instead. The lines are what theory says before anything is trained: where a very deep network is critical, and where the gradient is expected to vanish or explode.

A click on a cell opens its network in place of the present one, and Undo brings that back. With the keyboard: the arrow keys move a frame, Enter opens the cell, Page Up and Page Down flip through the third setting.</source>
        <translation>网络在两项设置的每一对取值下的结局：每个格子都是一次独立的运行，使用同一个随机种子。它们在所观察的运行背后训练，先粗后细；颜色较淡的格子在自己的运行结束之前，借用更粗一级格子的颜色。

格子的颜色和符号表示结局；在视图菜单中可以改为按某个统计量着色。线条是理论在训练之前的预言：极深的网络在哪里处于临界，梯度在哪里会消失或爆炸。

点击一个格子，它的网络就会取代当前的网络，撤销即可恢复。使用键盘：方向键移动选框，Enter 打开格子，Page Up 和 Page Down 翻动第三项设置。</translation>
    </message>
    <message>
        <source>No map has been made yet. “Map …” in the head of this card begins one.</source>
        <translation>还没有相图。按此卡片标题栏中的“相图…”开始。</translation>
    </message>
    <message>
        <source>The map was cancelled before its first run had ended.</source>
        <translation>相图在第一次运行结束之前就被取消了。</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1／%2 次运行</translation>
    </message>
    <message>
        <source>%1 could not be run</source>
        <translation>%1 次无法运行</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>its run has not ended yet</source>
        <translation>它的运行尚未结束</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>结局</translation>
    </message>
    <message>
        <source>training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>delta ratio, start</source>
        <translation>δ 之比（开始）</translation>
    </message>
    <message>
        <source>delta ratio, end</source>
        <translation>δ 之比（结束）</translation>
    </message>
    <message>
        <source>gradient-dead</source>
        <translation>梯度死亡</translation>
    </message>
    <message>
        <source>diverged at step</source>
        <translation>发散于第几步</translation>
    </message>
    <message>
        <source>no map has been made yet.</source>
        <translation>还没有相图。</translation>
    </message>
    <message>
        <source>%1, %2 of %3 runs have ended: %4.</source>
        <translation>%1，%3 次运行中已有 %2 次结束：%4。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1: its run has not ended yet.</source>
        <translation>%1：它的运行尚未结束。</translation>
    </message>
    <message>
        <source>The outcomes</source>
        <translation>各种结局</translation>
    </message>
    <message>
        <source>Where several hold: a run that has diverged has exploded; then learned, died, vanished and exploded are asked in this order, what was so before the first step before what is so after the last. The thresholds are those of the diagnosis.</source>
        <translation>多个条件同时成立时：发散的运行算作爆炸；然后依次判断学会、死亡、消失、爆炸，先看第一步之前，再看最后一步之后。阈值与诊断相同。</translation>
    </message>
    <message>
        <source>The formulas</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>The first is the critical line. The other lines are where the delta ratio that theory predicts for the depth at hand crosses the diagnosis&apos;s thresholds.</source>
        <translation>第一条是临界线。其余的线表示：理论对当前深度预言的 δ 之比在哪里越过诊断的阈值。</translation>
    </message>
    <message>
        <source>Networks learn in a band along the critical line; the deeper they are, the narrower it is.</source>
        <translation>网络在临界线附近的一条带内能够学习；网络越深，这条带越窄。</translation>
    </message>
    <message>
        <source>One seed is one draw: where outcomes are mixed like pepper and salt, luck decides. Flip through seeds to see it.</source>
        <translation>一个种子只是一次抽样：结局像胡椒和盐一样混杂的地方，由运气决定。翻动种子即可看到。</translation>
    </message>
    <message>
        <source>Schoenholz, Gilmer, Ganguli, Sohl-Dickstein: Deep Information Propagation (2017)</source>
        <translation>Schoenholz, Gilmer, Ganguli, Sohl-Dickstein: Deep Information Propagation (2017)</translation>
    </message>
    <message>
        <source>Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks (2010)</source>
        <translation>Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks (2010)</translation>
    </message>
</context>
<context>
    <name>ui::PhaseWords</name>
    <message>
        <source>learned</source>
        <translation>学会</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>缓慢</translation>
    </message>
    <message>
        <source>vanished</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>exploded</source>
        <translation>爆炸</translation>
    </message>
    <message>
        <source>died</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>learned: at the last step the accuracy of the training set is at least %1; without classes, its loss is at most %2 of that of answering 0 to everything.</source>
        <translation>学会：最后一步时训练集的准确率至少为 %1；没有类别时，损失至多为全部回答 0 的 %2。</translation>
    </message>
    <message>
        <source>slow: none of the others. It may need more steps, or another learning rate.</source>
        <translation>缓慢：以上都不是。也许需要更多的步数，或另一个学习率。</translation>
    </message>
    <message>
        <source>vanished: not learned, and the delta ratio is below %1 before the first step, or after the last one.</source>
        <translation>消失：没有学会，且第一步之前或最后一步之后 δ 之比低于 %1。</translation>
    </message>
    <message>
        <source>exploded: a number is no longer finite; or not learned, and the delta ratio is above %1 before the first step, or after the last one.</source>
        <translation>爆炸：出现了非有限的数；或没有学会，且第一步之前或最后一步之后 δ 之比高于 %1。</translation>
    </message>
    <message>
        <source>died: not learned, and at the last step at least %1 of the units of a layer are gradient-dead, or 25 points more than before the first one.</source>
        <translation>死亡：没有学会，且最后一步时某一层至少有 %1 的神经元梯度死亡，或比第一步之前多 25 个百分点。</translation>
    </message>
    <message>
        <source>theory: χ = 1</source>
        <translation>理论：χ = 1</translation>
    </message>
    <message>
        <source>theory: delta ratio %1</source>
        <translation>理论：δ 之比 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ui::PlotView</name>
    <message>
        <source>Show everything again (double click)</source>
        <translation>重新显示全部（双击）</translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation>复位缩放</translation>
    </message>
</context>
<context>
    <name>ui::RaceDialog</name>
    <message>
        <source>and each of them with several values of</source>
        <translation>并且对其中每一个，再取多个值：</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Every contender runs once with each seed. One says nothing about chance; five show large differences, ten or more small ones.</source>
        <translation>每个参赛者用每个种子各运行一次。一个种子说明不了偶然性；五个能显出大的差别，十个以上能显出小的差别。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Mini-batch updates of every run.</source>
        <translation>每次运行的小批量更新次数。</translation>
    </message>
    <message>
        <source>Accuracy to be reached</source>
        <translation>要达到的准确率</translation>
    </message>
    <message>
        <source>It is told after how many steps each run reached it, and how many never did.</source>
        <translation>会给出每次运行达到它所用的步数，以及有多少次从未达到。</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>竞赛</translation>
    </message>
    <message>
        <source>The experiment in the window races against itself, with other values of one setting. Everything else is the same: data, random draws and mini-batches go by the seed.</source>
        <translation>窗口中的实验与自己竞赛，只有一项设置取不同的值。其余都相同：数据、随机抽取和小批量都由种子决定。</translation>
    </message>
    <message>
        <source>Begin the race</source>
        <translation>开始竞赛</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Tick at least one kind, or type numbers with commas between them, each once.</source>
        <translation>请至少勾选一种，或输入以逗号分隔、互不重复的数。</translation>
    </message>
    <message>
        <source>The second setting is the same as the first: choose another.</source>
        <translation>第二项设置与第一项相同：请另选一项。</translation>
    </message>
    <message>
        <source>That would be %1 runs. The window races at most %2; the command “sweep” has no such limit.</source>
        <translation>这将是 %1 次运行。窗口中最多竞赛 %2 次；命令“sweep”没有这个限制。</translation>
    </message>
    <message>
        <source>%1 contenders with %2 seeds each: %3 runs of %4 steps.</source>
        <translation>%1 个参赛者，各 %2 个种子：共 %3 次运行，每次 %4 步。</translation>
    </message>
    <message>
        <source>The experiment in the window</source>
        <translation>窗口中的实验</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>对比的内容</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ui::RaceFlow</name>
    <message>
        <source>There are no results yet: begin a race first.</source>
        <translation>还没有结果：请先开始一场竞赛。</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
</context>
<context>
    <name>ui::RacePanel</name>
    <message>
        <source>Drawing</source>
        <translation>绘图方式</translation>
    </message>
    <message>
        <source>course</source>
        <translation>过程</translation>
    </message>
    <message>
        <source>results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Median and quartiles of the runs over the steps</source>
        <translation>各次运行的中位数和四分位数随步数的变化</translation>
    </message>
    <message>
        <source>Every run a dot, the best contender first</source>
        <translation>每次运行一个点，最好的参赛者排在最前</translation>
    </message>
    <message>
        <source>All numbers; a click on a heading sorts, a double click on a row opens it</source>
        <translation>所有数字；点击列标题排序，双击一行打开</translation>
    </message>
    <message>
        <source>Over the steps</source>
        <translation>随步数变化的量</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Delta ratio</source>
        <translation>δ 之比</translation>
    </message>
    <message>
        <source>What ranks them</source>
        <translation>排名依据</translation>
    </message>
    <message>
        <source>Steps to the accuracy</source>
        <translation>达到准确率的步数</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果的量</translation>
    </message>
    <message>
        <source>Race …</source>
        <translation>竞赛…</translation>
    </message>
    <message>
        <source>Choose who races: activations, or values of any setting, with several seeds each</source>
        <translation>选择谁来参赛：激活函数，或任意设置的多个值，各用多个种子</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>End the race here; what has come in stays</source>
        <translation>到此结束竞赛；已有的结果会保留</translation>
    </message>
    <message>
        <source>Results of the race</source>
        <translation>竞赛结果</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>竞赛</translation>
    </message>
    <message>
        <source>Which activation learns fastest, and is that more than luck? “Race …” trains several, with several seeds each, behind this run.</source>
        <translation>哪种激活函数学得最快，这又是否只是运气？“竞赛…”会在这次运行背后训练多种，各用多个种子。</translation>
    </message>
    <message>
        <source>The first runs are on their way.</source>
        <translation>最初的运行正在进行。</translation>
    </message>
    <message>
        <source>No run has come to an end.</source>
        <translation>没有一次运行到达终点。</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1／%2 次运行</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>还需 %1 秒</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1 could not be run</source>
        <translation>%1 次无法运行</translation>
    </message>
    <message>
        <source>No run of this race knows that.</source>
        <translation>这场竞赛的运行没有这个量。</translation>
    </message>
    <message>
        <source>Contender</source>
        <translation>参赛者</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1（%2／%3）</translation>
    </message>
    <message>
        <source>median of the runs; quartiles %1 and %2</source>
        <translation>各次运行的中位数；四分位数为 %1 和 %2</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Several activations (or values of any other setting) train the same network on the same data, each with several seeds, on all cores, while the run in the other cards goes on. Nothing else differs: contenders with the same seed begin with the same random draws and see the same mini-batches.

course: the median of each contender&apos;s runs over the steps, and the band between their quartiles. results: every run a dot, with median and quartiles, the best contender first. table: all numbers; click a heading to sort, double-click a row to open that run in the other cards.

One run proves nothing: seeds alone move the result. So contenders are compared seed by seed, and a difference is called real only where chance would hardly make it. What cannot be told apart is said to be so. Runs that diverged count as the worst, and are never left out.</source>
        <translation>几种激活函数（或任意其他设置的几个值）在相同的数据上训练相同的网络，各用多个随机种子，占用所有处理器核心，而其他卡片中的运行照常进行。除此之外没有任何差别：种子相同的参赛者从相同的随机抽取开始，看到相同的小批量。

过程：每个参赛者各次运行的中位数随步数的变化，以及四分位数之间的带。结果：每次运行一个点，附中位数和四分位数，最好的参赛者排在最前。表格：所有数字；点击列标题排序，双击一行可在其他卡片中打开那次运行。

一次运行什么也证明不了：仅仅换种子就会改变结果。因此参赛者按种子逐一配对比较，只有偶然几乎不可能造成的差别才称为真实；无法区分的就说无法区分。发散的运行算作最差，绝不剔除。</translation>
    </message>
    <message>
        <source>%1 (%2 … %3)</source>
        <translation>%1（%2 … %3）</translation>
    </message>
    <message>
        <source>step %1: median (quartiles)</source>
        <translation>第 %1 步：中位数（四分位数）</translation>
    </message>
    <message>
        <source>no race has been begun.</source>
        <translation>还没有开始竞赛。</translation>
    </message>
    <message>
        <source>%1 of %2 runs have ended.</source>
        <translation>%2 次运行中已有 %1 次结束。</translation>
    </message>
    <message>
        <source>What the runs say</source>
        <translation>这些运行说明了什么</translation>
    </message>
    <message>
        <source>How it was judged</source>
        <translation>如何评判</translation>
    </message>
    <message>
        <source>Bands that lie apart over many steps: then the order does not hang on the seed.</source>
        <translation>在许多步上彼此分开的带：这时名次不取决于种子。</translation>
    </message>
    <message>
        <source>A ranking on final values, not on the best moment of each run: the best of many moments is always too good.</source>
        <translation>按最终值而不是各次运行的最好时刻排名：许多时刻中的最好值总是偏好。</translation>
    </message>
    <message>
        <source>Student: The Probable Error of a Mean (1908)</source>
        <translation>Student: The Probable Error of a Mean (1908)</translation>
    </message>
    <message>
        <source>Holm: A Simple Sequentially Rejective Multiple Test Procedure (1979)</source>
        <translation>Holm: A Simple Sequentially Rejective Multiple Test Procedure (1979)</translation>
    </message>
    <message>
        <source>Bouthillier et al.: Accounting for Variance in Machine Learning Benchmarks (2021)</source>
        <translation>Bouthillier et al.: Accounting for Variance in Machine Learning Benchmarks (2021)</translation>
    </message>
    <message>
        <source>Progress of the race</source>
        <translation>竞赛的进度</translation>
    </message>
</context>
<context>
    <name>ui::Report</name>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>%1 seeds from %2 to %3</source>
        <translation>%1 个种子，从 %2 到 %3</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 (varied)</source>
        <translation>%1（变化）</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>One experiment, several seeds</source>
        <translation>一个实验，多个随机种子</translation>
    </message>
    <message>
        <source>Comparison: %1</source>
        <translation>对比：%1</translation>
    </message>
    <message>
        <source>Rows that were there twice count once: %1.</source>
        <translation>重复出现的行只算一次：%1。</translation>
    </message>
    <message>
        <source>The last line of a file was cut off, and left out.</source>
        <translation>某个文件的最后一行不完整，已略去。</translation>
    </message>
    <message>
        <source>What the runs say</source>
        <translation>这些运行说明了什么</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>图</translation>
    </message>
    <message>
        <source>The numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>How the statistics were done</source>
        <translation>统计方法</translation>
    </message>
    <message>
        <source>How to reproduce</source>
        <translation>如何重现</translation>
    </message>
    <message>
        <source>Layers have settings of their own; the experiment file lists them.</source>
        <translation>各层有自己的设置，见实验文件。</translation>
    </message>
    <message>
        <source>Of the other settings nothing is known: there is no comparison file beside the table.</source>
        <translation>其余设置未知：表格旁边没有对比文件。</translation>
    </message>
    <message>
        <source>%1 contenders</source>
        <translation>%1 个参赛者</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 次运行</translation>
    </message>
</context>
<context>
    <name>ui::ReportFigures</name>
    <message>
        <source>The gap is what is lost on the way from the training samples to new ones: training accuracy minus test accuracy (for a loss: test minus training). At the dashed line nothing is lost.</source>
        <translation>差距是从训练样本到新样本所损失的部分：训练准确率减去测试准确率（对损失则为测试减去训练）。在虚线处没有损失。</translation>
    </message>
    <message>
        <source>The delta ratio is the size of the gradient in the first layer beside that in the last, before the first step. At the dashed line it arrives whole; far to the left it vanishes, far to the right it explodes.</source>
        <translation>δ 之比是第一步之前第一层的梯度与最后一层的梯度之比。在虚线处梯度完整到达；远在左侧则消失，远在右侧则爆炸。</translation>
    </message>
    <message>
        <source>Counted at evaluations: a run that was there before the first evaluation after it has that one&apos;s step.</source>
        <translation>按评估时刻计数：在某次评估之前达到的，记为那次评估的步数。</translation>
    </message>
    <message>
        <source>Each dot is a run, the line its contender&apos;s median, the box reaches from the lower to the upper quartile.</source>
        <translation>每个点是一次运行，线是参赛者的中位数，方框从下四分位数到上四分位数。</translation>
    </message>
    <message>
        <source>The best stands first; hollow dots: worse than it beyond noise.</source>
        <translation>最好的排在最前；空心点：比它差，且超出噪声。</translation>
    </message>
    <message>
        <source>An arrow is a run that never got there.</source>
        <translation>箭头表示从未达到的运行。</translation>
    </message>
    <message>
        <source>A cross is a run without a number: %1.</source>
        <translation>叉号表示没有数值的运行：%1。</translation>
    </message>
    <message>
        <source>The last %1 of the ranking are only in the table.</source>
        <translation>排名最后的 %1 个只列在表格中。</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 随 %2 的变化</translation>
    </message>
    <message>
        <source>Lines join the medians, bands reach from the lower to the upper quartile, and every small dot is a run.</source>
        <translation>线连接中位数，带从下四分位数到上四分位数，每个小点是一次运行。</translation>
    </message>
    <message>
        <source>Crosses: runs without a number (%1).</source>
        <translation>叉号：没有数值的运行（%1）。</translation>
    </message>
    <message>
        <source>%1 more series are only in the table.</source>
        <translation>另有 %1 个系列只列在表格中。</translation>
    </message>
</context>
<context>
    <name>ui::ReportHtml</name>
    <message>
        <source>Made by %1.</source>
        <translation>由 %1 生成。</translation>
    </message>
</context>
<context>
    <name>ui::ReportPdf</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>ui::ReportSentences</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 以及另外 %2 个</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1（%2／%3）</translation>
    </message>
    <message>
        <source>No run diverged.</source>
        <translation>没有运行发散。</translation>
    </message>
    <message>
        <source>%1 of %2 runs diverged: %3.</source>
        <translation>%2 次运行中有 %1 次发散：%3。</translation>
    </message>
    <message>
        <source>All others are slower beyond noise: %1.</source>
        <translation>其余都更慢，且超出噪声：%1。</translation>
    </message>
    <message>
        <source>All others are worse beyond noise: %1.</source>
        <translation>其余都更差，且超出噪声：%1。</translation>
    </message>
    <message>
        <source>Slower beyond noise: %1.</source>
        <translation>更慢，且超出噪声：%1。</translation>
    </message>
    <message>
        <source>Worse beyond noise: %1.</source>
        <translation>更差，且超出噪声：%1。</translation>
    </message>
    <message>
        <source>But that is within the noise of the seeds: no other can be told apart from it.</source>
        <translation>但这在种子的噪声之内：没有哪一个能与它区分开。</translation>
    </message>
    <message>
        <source>Cannot be told apart from it: %1.</source>
        <translation>无法与它区分：%1。</translation>
    </message>
    <message>
        <source>With fewer than %1 seeds in common nothing can be said about chance: %2.</source>
        <translation>共同的种子少于 %1 个时，无法判断偶然性：%2。</translation>
    </message>
    <message>
        <source>%1: %2 contenders are too many to be compared each with each; they stand in the order of their medians.</source>
        <translation>%1：%2 个参赛者太多，无法两两比较；按中位数排列。</translation>
    </message>
    <message>
        <source>%1: %2 on average.</source>
        <translation>%1：平均 %2。</translation>
    </message>
    <message>
        <source>The fastest is %1, with %2 steps on average.</source>
        <translation>最快的是%1，平均 %2 步。</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 of %2 runs reached %3 % accuracy.</source>
        <translation>%2 次运行中有 %1 次达到 %3 % 的准确率。</translation>
    </message>
    <message>
        <source>Every contender was trained with the same seeds: data, initial weights and the order of the samples change from seed to seed, and are compared seed by seed.</source>
        <translation>每个参赛者都用相同的种子训练：数据、初始权重和样本顺序随种子变化，并按种子逐一配对比较。</translation>
    </message>
    <message>
        <source>Contenders are ranked by what runs end with, not by the best they passed through. A run that diverged counts as worse than every number, and one that never reached an accuracy as slower than every other; none is dropped or averaged away. Medians and quartiles are those of all runs, means and standard deviations (n − 1) those of the runs that have a number.</source>
        <translation>参赛者按运行的最终结果排名，而不是途中达到的最好值。发散的运行算作比任何数值都差，从未达到准确率的运行算作比其他都慢；没有一次被剔除或被平均掉。中位数和四分位数取自所有运行，均值和标准差（n − 1）取自有数值的运行。</translation>
    </message>
    <message>
        <source>“Cannot be told apart” does not mean equal: more seeds might tell them apart.</source>
        <translation>“无法区分”不等于相等：更多的种子也许能把它们区分开。</translation>
    </message>
    <message>
        <source>Each group and each measure was tested for itself.</source>
        <translation>每个组和每个量都单独检验。</translation>
    </message>
    <message>
        <source>The fastest is %1, with %2 steps on average of the %3 of %4 runs that got there.</source>
        <translation>最快的是%1：%4 次运行中有 %3 次达到，平均 %2 步。</translation>
    </message>
    <message>
        <source>%1: %2 has the best average, %3.</source>
        <translation>%1：%2的平均值最好，为 %3。</translation>
    </message>
    <message>
        <source>Differences are judged by paired t tests over the seeds, from %1 seeds on by a studentised bootstrap, with Holm&apos;s correction over all pairs: the chance that one difference or more is wrongly called real is at most %2 %. A run that never reached an accuracy is taken as if it had needed all its steps; where runs diverged, how often they did is compared instead.</source>
        <translation>差别用按种子配对的 t 检验评判，种子不少于 %1 个时用学生化自助法，并对所有配对做 Holm 校正：把偶然误认为真实差别的概率，总共不超过 %2 %。从未达到准确率的运行，按用完其全部步数计；有运行发散时，改为比较发散的次数。</translation>
    </message>
</context>
<context>
    <name>ui::ReportTables</name>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1（%2／%3）</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最好</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>not told apart</source>
        <translation>无法区分</translation>
    </message>
    <message>
        <source>too few seeds</source>
        <translation>种子太少</translation>
    </message>
    <message>
        <source>%1, %2 diverged</source>
        <translation>%1，其中 %2 次发散</translation>
    </message>
    <message>
        <source>Contender</source>
        <translation>参赛者</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>%1, mean ± s.d.</source>
        <translation>%1，均值 ± 标准差</translation>
    </message>
    <message>
        <source>Difference from the best, points</source>
        <translation>与最好者之差（百分点）</translation>
    </message>
    <message>
        <source>Difference from the best</source>
        <translation>与最好者之差</translation>
    </message>
    <message>
        <source>Beyond noise?</source>
        <translation>超出噪声？</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>Delta ratio, start</source>
        <translation>δ 之比（开始）</translation>
    </message>
    <message>
        <source>Delta ratio, end</source>
        <translation>δ 之比（结束）</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>死亡神经元</translation>
    </message>
    <message>
        <source>All but the first measure are medians over the seeds; “3 of 5” says how many runs have a number. Dead units and the like are those of the worst layer at the end.</source>
        <translation>除第一个量外，都是各种子的中位数；“3／5”表示有多少次运行有数值。死亡神经元等指结束时最差的层。</translation>
    </message>
    <message>
        <source>In brackets: the interval of the difference. All intervals of a table hold together with a certainty of %1 %.</source>
        <translation>括号内是差别的区间。一张表的所有区间同时成立的可信度为 %1 %。</translation>
    </message>
</context>
<context>
    <name>ui::RunBar</name>
    <message>
        <source>Choose an experiment</source>
        <translation>请选择实验</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Experiments that each show one effect. Choosing one starts it from its beginning.</source>
        <translation>每个实验展示一种现象。选中后从头开始运行。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Trains, or stops for a look. Key: Space</source>
        <translation>开始训练，或停下来看一看。快捷键：空格</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>One update with one mini-batch, then pause. Key: →</source>
        <translation>用一个小批量更新一次，然后暂停。快捷键：→</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>From the beginning with the same seed. Key: R</source>
        <translation>用相同的随机种子从头开始。快捷键：R</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>换种子</translation>
    </message>
    <message>
        <source>From the beginning with other random numbers: is the effect only luck?</source>
        <translation>用另一组随机数从头开始：这一现象只是偶然吗？</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Whole dashboard …</source>
        <translation>整个面板…</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Light, dark, or for projectors</source>
        <translation>浅色、深色或投影</translation>
    </message>
    <message>
        <source>Saves figures, numbers and animations. Key: Ctrl+E</source>
        <translation>保存图、数值和动画。快捷键：Ctrl+E</translation>
    </message>
    <message>
        <source>All cards, each in its own file …</source>
        <translation>所有卡片，各存为一个文件…</translation>
    </message>
    <message>
        <source>Compare with another activation or setting, side by side. Key: Ctrl+L</source>
        <translation>与另一种激活函数或设置并行对比。快捷键：Ctrl+L</translation>
    </message>
    <message>
        <source>Compare with …</source>
        <translation>与…对比</translation>
    </message>
</context>
<context>
    <name>ui::ScoreWords</name>
    <message>
        <source>diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>Nothing of it is kept of this step.</source>
        <translation>这一步没有保存它的数据。</translation>
    </message>
    <message>
        <source>There are no answers of it yet.</source>
        <translation>还没有它的回答。</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutSheet</name>
    <message>
        <source>Keyboard and mouse</source>
        <translation>键盘和鼠标</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui::Sidebar</name>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Initializer</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Schedule and clipping</source>
        <translation>学习率调度与裁剪</translation>
    </message>
</context>
<context>
    <name>ui::SmallMultiples</name>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>%1 of %2 layers</source>
        <translation>%1／%2 层</translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>your experiment</source>
        <translation>您的实验</translation>
    </message>
    <message>
        <source>a variation of “%1”</source>
        <translation>“%1”的变体</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Building the network for %1 …</source>
        <translation>正在为%1构建网络…</translation>
    </message>
    <message>
        <source>Training %1 · %2 · %3 steps a second</source>
        <translation>正在训练%1 · %2 · 每秒 %3 步</translation>
    </message>
    <message>
        <source>Training %1 · %2</source>
        <translation>正在训练%1 · %2</translation>
    </message>
    <message>
        <source>Done: %1 has made its %2 steps. Press Play to go on.</source>
        <translation>完成：%1已走完 %2 步。按“播放”可继续。</translation>
    </message>
    <message>
        <source>Paused: %1 · %2. Press Play to go on, or Step for a single update.</source>
        <translation>已暂停：%1 · %2。按“播放”继续，或按“单步”更新一次。</translation>
    </message>
    <message>
        <source>step %1 · epoch %2</source>
        <translation>第 %1 步 · 第 %2 轮</translation>
    </message>
    <message>
        <source>The run has diverged. Lower the learning rate or the gain, or press Restart.</source>
        <translation>训练已发散。请减小学习率或增益，或按“重新开始”。</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>the loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>delta</source>
        <translation>δ</translation>
    </message>
    <message>
        <source>a weight</source>
        <translation>某个权重</translation>
    </message>
    <message>
        <source>in layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>in the output layer</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>Diverged at step %1: %2 %3 has become infinite or is no number any more. Lower the learning rate or the gain, or press Restart.</source>
        <translation>在第 %1 步发散（%3，%2）：数值变为无穷大或不再是数。请减小学习率或增益，或按“重新开始”。</translation>
    </message>
    <message>
        <source>Looking at step %1, while training goes on at step %2. Press End to return to now.</source>
        <translation>正在查看第 %1 步，训练仍在继续，现为第 %2 步。按 End 键回到现在。</translation>
    </message>
    <message>
        <source>Looking at step %1 of %2. Press End to return to now.</source>
        <translation>正在查看第 %1 步，共 %2 步。按 End 键回到现在。</translation>
    </message>
</context>
<context>
    <name>ui::TheoryWords</name>
    <message>
        <source>ordered</source>
        <translation>有序</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>临界</translation>
    </message>
    <message>
        <source>chaotic</source>
        <translation>混沌</translation>
    </message>
    <message>
        <source>There is no hidden layer to say anything about.</source>
        <translation>没有隐藏层，无从预言。</translation>
    </message>
    <message>
        <source>Theory does not apply here: dropout takes units away at random.</source>
        <translation>理论在此不适用：随机失活会去掉一些神经元。</translation>
    </message>
    <message>
        <source>Theory does not apply here: the skip connections carry the signal past the layers.</source>
        <translation>理论在此不适用：跳跃连接使信号绕过各层。</translation>
    </message>
    <message>
        <source>Theory does not apply here: each sample is normalized over its units.</source>
        <translation>理论在此不适用：每个样本都在其神经元上归一化。</translation>
    </message>
    <message>
        <source>Theory does not apply here: these weights are not independent draws about 0.</source>
        <translation>理论在此不适用：这些权重不是以 0 为中心的独立抽样。</translation>
    </message>
    <message>
        <source>Theory has no number here: an integral over this activation does not exist.</source>
        <translation>理论在此没有数值：该激活函数的积分不存在。</translation>
    </message>
    <message>
        <source>Every variance of z stays what it is, so there is no single limit.</source>
        <translation>z 的任何方差都保持不变，因此没有唯一的极限。</translation>
    </message>
    <message>
        <source>The layers differ from one another, so there is no limit for ever more of them.</source>
        <translation>各层互不相同，因此没有层数无限增加时的极限。</translation>
    </message>
    <message>
        <source>How likely a whole layer is born dead is known of layers of ReLU only.</source>
        <translation>只有 ReLU 层，才能说出整层天生死亡的可能性有多大。</translation>
    </message>
    <message>
        <source>How likely a whole layer is born dead is known without normalization only.</source>
        <translation>只有没有归一化时，才能说出整层天生死亡的可能性有多大。</translation>
    </message>
    <message>
        <source>How likely a whole layer is born dead is known without skip connections only.</source>
        <translation>只有没有残差连接时，才能说出整层天生死亡的可能性有多大。</translation>
    </message>
    <message>
        <source>How likely a whole layer is born dead is known of random weights that are symmetric about 0 only.</source>
        <translation>只有随机权重关于 0 对称时，才能说出整层天生死亡的可能性有多大。</translation>
    </message>
    <message>
        <source>How likely a whole layer is born dead is known of biases that begin at 0 only.</source>
        <translation>只有偏置从 0 开始时，才能说出整层天生死亡的可能性有多大。</translation>
    </message>
    <message>
        <source>That a whole layer of this network is born dead has a probability of at most %1.</source>
        <translation>这个网络有整层天生死亡的概率至多为 %1。</translation>
    </message>
</context>
<context>
    <name>ui::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>The run from its first step to the newest. Left and Right go from moment to moment, Home to the first one, End back to now.</source>
        <translation>从第一步到最新一步的训练过程。左右方向键逐个时刻移动，Home 键到最初时刻，End 键回到现在。</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>Back from an earlier moment to the newest one. Training has gone on meanwhile if it was playing. Key: End</source>
        <translation>从先前的时刻回到最新时刻。若当时正在播放，训练在此期间并未停下。快捷键：End</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>step %1 · loss %2</source>
        <translation>第 %1 步 · 损失 %2</translation>
    </message>
    <message>
        <source>step %1: %2</source>
        <translation>第 %1 步：%2</translation>
    </message>
    <message>
        <source>Once it trains, the whole run lies here, and you can look at any earlier moment.</source>
        <translation>训练开始后，整个过程都会显示在这里，您可以查看任一先前的时刻。</translation>
    </message>
</context>
<context>
    <name>ui::TrialBar</name>
    <message>
        <source>Take it over</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Trial of a cure</source>
        <translation>对策试验</translation>
    </message>
    <message>
        <source>The cure becomes the experiment; Undo brings the old one back.</source>
        <translation>该对策成为当前实验；撤销可恢复原来的实验。</translation>
    </message>
    <message>
        <source>Ends the trial; nothing of the experiment has changed.</source>
        <translation>结束试验；实验没有任何改变。</translation>
    </message>
    <message>
        <source>“%1” cannot be tried. %2</source>
        <translation>无法试验“%1”。%2</translation>
    </message>
    <message>
        <source>“%1” is being tried beside this run, from the same seed …</source>
        <translation>正在用同一种子与本次运行并行试验“%1”……</translation>
    </message>
    <message>
        <source>%1 (%2 right)</source>
        <translation>%1（答对 %2）</translation>
    </message>
    <message>
        <source>after %1 steps its loss is %2, instead of %3.</source>
        <translation>%1 步之后，其损失为 %2，而不是 %3。</translation>
    </message>
    <message>
        <source>“%1” helps:</source>
        <translation>“%1”有帮助：</translation>
    </message>
    <message>
        <source>“%1” makes it worse:</source>
        <translation>“%1”使情况更糟：</translation>
    </message>
    <message>
        <source>“%1” makes no difference so far:</source>
        <translation>“%1”目前没有区别：</translation>
    </message>
    <message>
        <source>“%1” is being tried:</source>
        <translation>正在试验“%1”：</translation>
    </message>
    <message>
        <source>It ends at %1 after %2 steps.</source>
        <translation>它在 %2 步后止于 %1。</translation>
    </message>
</context>
<context>
    <name>ui::UnitBar</name>
    <message>
        <source>All units</source>
        <translation>所有神经元</translation>
    </message>
    <message>
        <source>Back to all units (Esc)</source>
        <translation>回到所有神经元（Esc）</translation>
    </message>
    <message>
        <source>The unit before it (←)</source>
        <translation>前一个神经元（←）</translation>
    </message>
    <message>
        <source>The unit after it (→)</source>
        <translation>后一个神经元（→）</translation>
    </message>
    <message>
        <source>Why did it die?</source>
        <translation>它为什么死了？</translation>
    </message>
    <message>
        <source>Makes the run again, bit for bit, finds the update that killed the unit, and tries what would have saved it (Enter)</source>
        <translation>逐位重做这次运行，找出使该神经元死亡的更新，并试验怎样本可以救它（Enter）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ends the autopsy (Enter)</source>
        <translation>结束尸检（Enter）</translation>
    </message>
    <message>
        <source>Show the unit</source>
        <translation>显示神经元</translation>
    </message>
    <message>
        <source>Back from the autopsy to the unit (Enter)</source>
        <translation>从尸检回到神经元（Enter）</translation>
    </message>
    <message>
        <source>Show the autopsy</source>
        <translation>显示尸检</translation>
    </message>
    <message>
        <source>What has been found about its death (Enter)</source>
        <translation>关于其死亡的发现（Enter）</translation>
    </message>
</context>
<context>
    <name>ui::UnitGrid</name>
    <message>
        <source>alive</source>
        <translation>活跃</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>休眠</translation>
    </message>
    <message>
        <source>gradient-dead</source>
        <translation>梯度死亡</translation>
    </message>
    <message>
        <source>unit 1 … %1</source>
        <translation>神经元 1 … %1</translation>
    </message>
    <message>
        <source>unit 1</source>
        <translation>神经元 1</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Layer %1, unit %2: %3</source>
        <translation>第 %1 层，神经元 %2：%3</translation>
    </message>
    <message>
        <source>mean of z</source>
        <translation>z 的均值</translation>
    </message>
    <message>
        <source>z from … to</source>
        <translation>z 的范围</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>mean of a</source>
        <translation>a 的均值</translation>
    </message>
    <message>
        <source>samples with z ≤ 0</source>
        <translation>z ≤ 0 的样本</translation>
    </message>
    <message>
        <source>samples with f′(z) = 0</source>
        <translation>f′(z) = 0 的样本</translation>
    </message>
    <message>
        <source>samples saturated</source>
        <translation>饱和的样本</translation>
    </message>
    <message>
        <source>delta (root mean square)</source>
        <translation>δ（均方根）</translation>
    </message>
    <message>
        <source>layer %1: %2 of %3 alive</source>
        <translation>第 %1 层：%3 个中有 %2 个活跃</translation>
    </message>
    <message>
        <source>no derivative anywhere</source>
        <translation>处处无导数</translation>
    </message>
</context>
<context>
    <name>ui::UnitPicture</name>
    <message>
        <source>layer %1, unit %2: %3</source>
        <translation>第 %1 层，神经元 %2：%3</translation>
    </message>
    <message>
        <source>f′(z) = 0 on all %1 samples: no gradient reaches its weights, which stand still.</source>
        <translation>在全部 %1 个样本上 f′(z) = 0：没有梯度到达其权重，它们静止不动。</translation>
    </message>
    <message>
        <source>f′ is 0 everywhere: no gradient ever reaches its weights.</source>
        <translation>f′ 处处为 0：从没有梯度到达其权重。</translation>
    </message>
    <message>
        <source>z ≤ 0 on all %1 samples: it is always on the weak side, and learns slowly.</source>
        <translation>在全部 %1 个样本上 z ≤ 0：它总处于弱侧，学得很慢。</translation>
    </message>
    <message>
        <source>%1 of its samples lie in a saturating tail: little gradient passes.</source>
        <translation>%1 的样本位于饱和尾部：几乎没有梯度通过。</translation>
    </message>
    <message>
        <source>f′(z) = 0 on %1 of its samples; on all others a gradient passes.</source>
        <translation>在 %1 的样本上 f′(z) = 0；其余样本都有梯度通过。</translation>
    </message>
    <message>
        <source>Layer %1, unit %2 of %3: %4</source>
        <translation>第 %1 层，神经元 %2/%3：%4</translation>
    </message>
    <message>
        <source>Weights, bias and samples are known from the moment on at which the unit is watched.</source>
        <translation>从开始观察该神经元时起，才知道其权重、偏置和样本。</translation>
    </message>
    <message>
        <source>%1 incoming weights, ± %2</source>
        <translation>%1 个输入权重，± %2</translation>
    </message>
    <message>
        <source>%1 outgoing weights, ± %2</source>
        <translation>%1 个输出权重，± %2</translation>
    </message>
    <message>
        <source>bias %1</source>
        <translation>偏置 %1</translation>
    </message>
    <message>
        <source>gradient %1</source>
        <translation>梯度 %1</translation>
    </message>
    <message>
        <source>samples with the largest z</source>
        <translation>z 最大的样本</translation>
    </message>
    <message>
        <source>no. %1: %2</source>
        <translation>%1 号：%2</translation>
    </message>
    <message>
        <source>to unit %1 above</source>
        <translation>通向上层神经元 %1</translation>
    </message>
    <message>
        <source>from input %1</source>
        <translation>来自输入 %1</translation>
    </message>
    <message>
        <source>from unit %1 below</source>
        <translation>来自下层神经元 %1</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>sample no. %1</source>
        <translation>%1 号样本</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>f(z)</source>
        <translation>f(z)</translation>
    </message>
    <message>
        <source>f′(z)</source>
        <translation>f′(z)</translation>
    </message>
</context>
<context>
    <name>ui::UnitsPanel</name>
    <message>
        <source>Units</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>No hidden layer: there are no units to look at.</source>
        <translation>没有隐藏层：没有神经元可看。</translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation>没有隐藏层</translation>
    </message>
    <message>
        <source>all %1 units are alive</source>
        <translation>全部 %1 个神经元都活跃</translation>
    </message>
    <message>
        <source>%1 of %2 units are alive</source>
        <translation>%2 个神经元中有 %1 个活跃</translation>
    </message>
    <message>
        <source>there is no hidden layer, so there are no units.</source>
        <translation>没有隐藏层，因此没有神经元。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number of units and their state</comment>
        <translation>%1 个%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the states of units</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>of %1 units, %2.</source>
        <translation>%1 个神经元中，%2。</translation>
    </message>
    <message>
        <source>of %1 units, %2; most dead units are in layer %3: %4.</source>
        <translation>%1 个神经元中，%2；死亡神经元最多的是第 %3 层：%4。</translation>
    </message>
    <message>
        <source>At step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>dead share = %1 / %2 units = &lt;b&gt;%3&lt;/b&gt;</source>
        <translation>死亡比例 = %1 / %2 个神经元 = &lt;b&gt;%3&lt;/b&gt;</translation>
    </message>
    <message>
        <source>largest share of dead units: layer %1, &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>死亡神经元比例最大：第 %1 层，&lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>largest share of saturated values: layer %1, &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>饱和值比例最大：第 %1 层，&lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>largest share of values with &lt;i&gt;f&lt;/i&gt; ′(&lt;i&gt;z&lt;/i&gt;) = 0: layer %1, &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>&lt;i&gt;f&lt;/i&gt; ′(&lt;i&gt;z&lt;/i&gt;) = 0 的比例最大：第 %1 层，&lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>f′(z) = 0 on some samples is sparsity, and no harm; on every sample it is death.</source>
        <translation>在一些样本上 f′(z) = 0 是稀疏性，并无害处；在每个样本上都如此则是死亡。</translation>
    </message>
    <message>
        <source>Dead units: 50 % of a layer deserve a notice, 75 % an alarm. A healthy ReLU network of 8 × 32 with He&apos;s initializer has layers with 20 to 25 % dead units.</source>
        <translation>死亡神经元：一层的 50 % 就该提示，75 % 就该警告。采用 He 初始化的 8 × 32 健康 ReLU 网络，有的层也有 20 % 到 25 % 的死亡神经元。</translation>
    </message>
    <message>
        <source>Saturated values: 25 % of a layer deserve a notice, 50 % an alarm.</source>
        <translation>饱和值：一层的 25 % 就该提示，50 % 就该警告。</translation>
    </message>
    <message>
        <source>Others draw the line elsewhere: keras-contrib at 10 % dead units, AutoTrainer at 70 % gradients of zero, SageMaker Debugger at half of a layer that is active on less than 1 %.</source>
        <translation>别处的界限有所不同：keras-contrib 取 10 % 的死亡神经元，AutoTrainer 取 70 % 的零梯度，SageMaker Debugger 取一层中有一半神经元的激活不足 1 %。</translation>
    </message>
    <message>
        <source>Lu, Shin, Su, Karniadakis: Dying ReLU and Initialization (2019)</source>
        <translation>Lu, Shin, Su, Karniadakis: Dying ReLU and Initialization (2019)</translation>
    </message>
    <message>
        <source>Maas, Hannun, Ng: Rectifier Nonlinearities Improve Neural Network Acoustic Models (2013)</source>
        <translation>Maas, Hannun, Ng: Rectifier Nonlinearities Improve Neural Network Acoustic Models (2013)</translation>
    </message>
    <message>
        <source>Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks (2010)</source>
        <translation>Glorot, Bengio: Understanding the Difficulty of Training Deep Feedforward Neural Networks (2010)</translation>
    </message>
    <message>
        <source>Where f′ is 0 for every z, as for a step, “dead” is not the word: there is no derivative anywhere, and nothing below such a layer can learn.</source>
        <translation>若 f′ 对每个 z 都为 0（例如阶跃函数），就不能说“死亡”：它处处没有导数，这样一层之下的任何部分都无法学习。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>a trial and its answer</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Every unit of every hidden layer, judged over the samples of the probe set. The first of these that holds wins:

no derivative anywhere (dash): f′(z) = 0 for every z, as for a step. No gradient ever passes; that is the function&apos;s nature, and no unit has died of it.
gradient-dead (cross): f′(z) = 0 on every sample, so no gradient passes and its weights stand still.
asleep (small block): z ≤ 0 on every sample, where the activation&apos;s negative side is the weak one.
saturated (stripes): 95 % of its samples or more lie in a saturating tail.
alive (full): none of these.

Point at a unit for its numbers. Click a row, or use the arrow keys, to select its layer in all cards. Click a unit, or press Enter, to look at it from near: its z under f and f′, its weights, its bias and gradient, and the samples that excite it most. If it is dead, “Why did it die?” makes the run again and finds the update that killed it.

Contenders have a grid of their own each; the unit that is looked at from near is one of the run that is watched.</source>
        <translation>每个隐藏层的每个神经元，按探测集的样本判定。以下第一个成立者为准：

处处无导数（短横）：对每个 z 都有 f′(z) = 0，如阶跃函数。从没有梯度通过；这是函数的本性，没有神经元因此死亡。
梯度死亡（叉）：在每个样本上 f′(z) = 0，因此没有梯度通过，权重静止不动。
休眠（小方块）：在每个样本上 z ≤ 0，而激活函数的负侧是弱侧。
饱和（条纹）：95 % 或更多的样本位于饱和尾部。
活跃（实心）：以上都不是。

指向一个神经元可读数。点击一行或使用方向键，可在所有卡片中选中该层。点击一个神经元或按 Enter，可从近处观察它：f 与 f′ 之下的 z、权重、偏置与梯度，以及最能激发它的样本。如果它死了，“它为什么死了？”会重做这次运行，找出使它死亡的更新。

每个参赛者各有一张自己的网格；近看的神经元总属于当前观察的运行。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a run and what is read of it</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::UnitsWords</name>
    <message>
        <source>%1 alive</source>
        <translation>%1 活跃</translation>
    </message>
</context>
</TS>
