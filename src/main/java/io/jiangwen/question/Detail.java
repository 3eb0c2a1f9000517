package io.jiangwen.question;

import io.jiangwen.text.Normalizer;
import io.jiangwen.text.Simplified;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What a craftsman needs to know before he can say anything. */
public enum Detail {
    EQUIPMENT(
            "[车铣磨刨镗钻冲焊锯床]床|加工中心|数控|磨头|炉|泵|阀|压机|冲床|折弯机|剪板机|注塑机|压铸机|焊机|机器人|机械手|变频器|伺服|电机|马达|减速|轴承|主轴|油缸|气缸|空压机|风机|输送|皮带|行车|叉车|plc|模具|锅炉|激光|打印机|印刷机|织机|[\\p{IsHan}]{2}机(?!器|台|子)|\\b(lathe|mill|milling|grinder|press|pump|valve|furnace|motor|robot|spindle|bearing|cylinder|compressor|conveyor|inverter|servo|gearbox|welder|cnc|plc|mould|mold|printer|laser|boiler|crane)s?\\b"),
    MATERIAL(
            "钢|铁|铝|铜|钛|镁|锌|合金|不锈|塑料|尼龙|橡胶|硅胶|木|玻璃|陶瓷|纸|布|皮革|亚克力|树脂|油漆|[a-z]{2,4}\\d{2,}|\\d{2,}cr|45号|45#|q\\d{3}|pa ?66|abs|pvc|peek|\\b(steel|iron|alumini?um|copper|brass|titanium|plastic|nylon|rubber|wood|glass|ceramic|stainless|alloy)\\b"),
    SYMPTOM(
            "裂|断|崩|磨损|振|抖|响|噪|漏|堵|卡|锈|斑|毛刺|飞边|缩水|气孔|变形|弯|偏|跳|发热|发烫|过热|温度|冒烟|打火|短路|跳闸|报警|代码|超差|偏大|偏小|不圆|锥度|粗糙|划|拉毛|起皮|发黑|发白|起泡|粘|松|掉|不转|不动|慢|快|大|小|\\b(crack|break|broke|wear|worn|vibrat|chatter|nois|leak|jam|rust|burr|flash|porosity|warp|bend|hot|heat|smok|spark|trip|alarm|code|rough|scratch|peel|slip|loose|slow)\\w*"),
    TRIED("试过|换过|调过|修过|查过|洗过|换了|调了|查了|已经|还是不行|没用|不管用|\\b(tried|replaced|changed|adjusted|checked|cleaned|already)\\b");

    private final Pattern said;

    Detail(String said) {
        this.said = Pattern.compile(said);
    }

    /** Those that the text does not speak of, in the order in which they are asked for. */
    public static Set<Detail> missing(String text) {
        String folded = Simplified.of(Normalizer.fold(text));
        Set<Detail> missing = EnumSet.noneOf(Detail.class);
        for (Detail detail : values()) if (!detail.said.matcher(folded).find()) missing.add(detail);
        return missing;
    }
}
