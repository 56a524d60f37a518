"""Statements: who says what, by which act, on which day, in sentences written in the manner of the press."""

from __future__ import annotations

from typing import Any

import pytest

import banggiao
from banggiao.lexicon import load
from banggiao.model import Statement

PUBLISHED = "2018-08-02"


def statements(text: str) -> list[Statement]:
    """The statements of a text of one story."""
    reading = banggiao.read_text(text, id="story", published=PUBLISHED)
    return [record for record in reading.records if isinstance(record, Statement)]


def said(text: str) -> list[tuple[Any, ...]]:
    """(act, parties, speaker) of each."""
    return [(s.act, s.parties, s.speaker) for s in statements(text)]


ACTS = {
    "what somebody says for his deed": (
        (
            "Tổng thống Mỹ Donald Trump thăm Nga. Washington trục xuất hai nhà ngoại giao Nga với cáo buộc họ làm gián điệp. "
            "Một công dân Anh bị bắt ở Lào với cáo buộc gián điệp."
        ),
        [("oppose", ["USA"], None)],
    ),
    "who utters a promise or a demand": (
        (
            "Thủ tướng Việt Nam Nguyễn Xuân Phúc và Thủ tướng Úc Scott Morrison đưa ra một cam kết đáng chú ý. "
            "Tổng thống Nga Vladimir Putin chưa đưa ra những cam kết mới."
        ),
        [("commit", ["VNM", "AUS"], None)],
    ),
    "what others say is what the sentence speaks of": (
        "Ngoại trưởng Nga Sergei Lavrov phản đối những gì Mỹ tuyên bố hôm qua.",
        [("oppose", ["RUS"], "Sergei Lavrov")],
    ),
    "a train is no delegation": (
        "Nhà lãnh đạo Triều Tiên Kim Jong-un đến Nga bằng đoàn tàu bọc thép, bày tỏ hy vọng chuyến thăm thành công.",
        [("propose", ["PRK"], "Kim Jong-un")],
    ),
    "that somebody spoke, and where": (
        (
            "Tổng thống Nga Vladimir Putin phát biểu trước Quốc hội ở Moskva hôm 2/5. Ông Putin đưa ra tuyên bố một ngày sau "
            "khi Mỹ áp lệnh trừng phạt."
        ),
        [],
    ),
    "that somebody spoke before what he said": (
        'Tổng thống Nga Vladimir Putin phát biểu trước Quốc hội. "Chúng tôi phản đối Mỹ. Mỹ phải rút quân."',
        [("oppose", ["RUS"], "Vladimir Putin"), ("propose", ["RUS"], "Vladimir Putin")],
    ),
    "that somebody spoke behind what he said": (
        "Mỹ không nên rút quân khỏi Syria, AFP dẫn lời Tổng thống Nga Vladimir Putin phát biểu hôm nay.",
        [("say", ["RUS"], "Vladimir Putin")],
    ),
    "a word that is quoted of others": (
        'Tổng thống Mỹ Donald Trump nói rằng Triều Tiên "muốn dỡ bỏ mọi lệnh cấm".',
        [("say", ["USA"], "Donald Trump")],
    ),
    "what a minister passes on of another's words": (
        "Ngoại trưởng Hàn Quốc Kang Kyung-wha nói với các phóng viên rằng Ngoại trưởng Mỹ Mike Pompeo đã đề nghị giúp.",
        [("say", ["KOR"], "Kang Kyung-wha"), ("propose", ["USA"], "Mike Pompeo")],
    ),
    "what a minister passes on by a neutral verb": (
        "Ngoại trưởng Mỹ Mike Pompeo cho biết lãnh đạo Triều Tiên Kim Jong-un bày tỏ sẵn sàng đối thoại.",
        [("say", ["USA"], "Mike Pompeo"), ("commit", ["PRK"], "Kim Jong-un")],
    ),
    "what a minister says others must do is only his": (
        "Ngoại trưởng Mỹ Mike Pompeo cho rằng quân đội Nga cần tôn trọng thoả thuận.",
        [("propose", ["USA"], "Mike Pompeo")],
    ),
    "two acts in a row": (
        "Tổng thư ký Liên Hợp Quốc Antonio Guterres cảm ơn, mong muốn thăm Lào.",
        [("support", ["UN"], "Antonio Guterres"), ("propose", ["UN"], "Antonio Guterres")],
    ),
    "a second act behind the object of the first": (
        "Tổng thống Mỹ Donald Trump chỉ trích Trung Quốc, kêu gọi nước này mở cửa thị trường.",
        [("oppose", ["USA"], "Donald Trump"), ("propose", ["USA"], "Donald Trump")],
    ),
    "a source within a ministry": (
        "Một nguồn tin trong Bộ Quốc phòng Hàn Quốc cho biết Mỹ rút hai tiểu đoàn.",
        [("say", ["KOR"], None)],
    ),
    "a source within a building that stands for a government": (
        "Một tờ báo Anh dẫn nguồn tin Lầu Năm Góc cho hay tên lửa của Nga đã tới Syria.",
        [("say", ["USA"], None)],
    ),
    "a source that only knows a government": (
        "Một nguồn tin am hiểu chính phủ Nhật Bản cho biết Nga sắp rút quân.",
        [],
    ),
    "leaders of a party": (
        "Tổng thống Mỹ Donald Trump hội đàm với Tổng thống Nga Vladimir Putin. Các lãnh đạo đảng Cộng hoà cảnh báo Nga.",
        [],
    ),
    "what is told by the way": (
        "Ngoại trưởng Nga Sergei Lavrov phản đối việc Mỹ tuyên bố cấm vận, nhấn mạnh các bên cần đối thoại.",
        [
            ("oppose", ["RUS"], "Sergei Lavrov"),
            ("say", ["USA"], None),
            ("propose", ["RUS"], "Sergei Lavrov"),
        ],
    ),
    "what is agreed on is not told by the way": (
        "Ngoại trưởng Nga Sergei Lavrov hoan nghênh việc Mỹ và Triều Tiên nhất trí đối thoại.",
        [("support", ["RUS"], "Sergei Lavrov")],
    ),
    "who mentions what must be done": (
        "Tổng thống Nga Vladimir Putin đề cập tới việc cần duy trì hợp tác với Israel.",
        [("propose", ["RUS"], "Vladimir Putin")],
    ),
    "how others mention a thing, and what they are kept from": (
        "Tổng thống Nga Vladimir Putin phản đối cách Mỹ đề cập vấn đề Crimea. Campuchia ngăn ASEAN chỉ trích Trung Quốc.",
        [("oppose", ["RUS"], "Vladimir Putin")],
    ),
    "who apologises, praises and abuses": (
        (
            "Thủ tướng Nhật Bản Shinzo Abe xin lỗi Hàn Quốc. Ngoại trưởng Trung Quốc Vương Nghị dành nhiều lời khen ngợi cho "
            "Lào. Tổng thống Philippines Rodrigo Duterte thoá mạ Tổng thống Mỹ Barack Obama."
        ),
        [
            ("concern", ["JPN"], "Shinzo Abe"),
            ("support", ["CHN"], "Vương Nghị"),
            ("oppose", ["PHL"], "Rodrigo Duterte"),
        ],
    ),
    "he who stands behind a scholar": (
        (
            "Ngoại trưởng Nga Sergei Lavrov thăm Lào. Nhà nghiên cứu Sok Dara cho rằng Nga muốn đối thoại. "
            '"Điều đó rất khó xảy ra", ông nói.'
        ),
        [],
    ),
    "who adds to a deed in reply": (
        "Ngoại trưởng Nga Sergei Lavrov cảm ơn Lào. Đáp lại, Nhật Bản điều tàu tới Nga, đồng thời lên án Mỹ.",
        [("support", ["RUS"], "Sergei Lavrov"), ("oppose", ["JPN"], None)],
    ),
    "who adds to what he said of others": (
        "Ngoại trưởng Nga Sergei Lavrov khẳng định Mỹ đã rút một lữ đoàn về căn cứ cũ, đồng thời kêu gọi Nhật Bản đối thoại.",
        [("say", ["RUS"], "Sergei Lavrov"), ("propose", ["RUS"], "Sergei Lavrov")],
    ),
    "who is willing": (
        "Tổng thống Nga Vladimir Putin cho biết ông sẵn lòng giúp Lào.",
        [("commit", ["RUS"], "Vladimir Putin")],
    ),
    "who calls off or leaves refuses": (
        "Tổng thống Mỹ Donald Trump tuyên bố huỷ cuộc gặp với Nga. Ông Trump cũng tuyên bố rút khỏi hiệp định Paris.",
        [("oppose", ["USA"], "Donald Trump"), ("oppose", ["USA"], "Donald Trump")],
    ),
    "who leaves a place": (
        "Tổng thống Mỹ Donald Trump tuyên bố rút khỏi Syria.",
        [("say", ["USA"], "Donald Trump")],
    ),
    "who leads a state's diplomacy": (
        (
            "Tổng thống Nga Vladimir Putin và Ngoại trưởng Nga Sergei Lavrov thăm Lào. Ông Putin cảm ơn Lào. Người đứng đầu "
            "ngành ngoại giao Nga hoan nghênh Lào."
        ),
        [("support", ["RUS"], "Vladimir Putin"), ("support", ["RUS"], "Sergei Lavrov")],
    ),
    "a judgement that blames": (
        "Ngoại trưởng Nga Sergei Lavrov cho rằng quyết định của Anh là một sai lầm.",
        [("oppose", ["RUS"], "Sergei Lavrov")],
    ),
    "a judgement that is denied": (
        "Ngoại trưởng Nga Sergei Lavrov cho rằng cuộc tập trận không phải là hành động khiêu khích.",
        [("say", ["RUS"], "Sergei Lavrov")],
    ),
    "what would be a mistake": (
        "Ngoại trưởng Nga Sergei Lavrov cho rằng sẽ là sai lầm nếu rời Syria.",
        [("oppose", ["RUS"], "Sergei Lavrov")],
    ),
    "what somebody will never accept": (
        "Ngoại trưởng Nhật Bản Taro Kono khẳng định Tokyo sẽ không bao giờ chấp nhận một Triều Tiên có vũ khí hạt nhân.",
        [("oppose", ["JPN"], "Taro Kono")],
    ),
    "a feeling told as a noun": (
        "Ngoại trưởng Nhật Bản Taro Kono bày tỏ sự sẵn sàng hỗ trợ Lào. Ông Kono cũng bày tỏ sự trân trọng với Lào.",
        [("commit", ["JPN"], "Taro Kono"), ("support", ["JPN"], "Taro Kono")],
    ),
    "what a meeting will do is no promise": (
        "Ngoại trưởng Nhật Bản Taro Kono nói hội nghị với Nga sẽ giúp hai bên hiểu nhau.",
        [("say", ["JPN"], "Taro Kono")],
    ),
    "what others said before": (
        "Ngoại trưởng Nga Sergei Lavrov hoan nghênh Lào sau khi Mỹ chỉ trích hành động của Syria.",
        [("support", ["RUS"], "Sergei Lavrov"), ("oppose", ["USA"], None)],
    ),
    "a second verb behind a quotation": (
        '"Nga cần rút quân", Ngoại trưởng Mỹ Mike Pompeo nói và cho rằng cuộc bầu cử đã diễn ra tốt đẹp.',
        [("propose", ["USA"], "Mike Pompeo"), ("say", ["USA"], "Mike Pompeo")],
    ),
    "the word of a government at the head of a headline": (
        "Nhà Trắng: Tổng thống Mỹ Donald Trump sẽ thăm Lào\nChuyến thăm kéo dài hai ngày.",
        [("say", ["USA"], None)],
    ),
    "what is not confirmed": (
        "Ngoại trưởng Nga Sergei Lavrov cảm ơn Lào. Chuyến thăm chưa được Điện Kremlin xác nhận.",
        [("support", ["RUS"], "Sergei Lavrov")],
    ),
    "whom somebody supports, of whom something else is told": (
        "Ngoại trưởng Nga Sergei Lavrov nói phe nổi dậy Syria được Mỹ ủng hộ đã thua trận.",
        [("say", ["RUS"], "Sergei Lavrov")],
    ),
    "what others came to support": (
        "Ngoại trưởng Nga Sergei Lavrov thăm Lào. Sáng kiến này đã được Mỹ ủng hộ.",
        [("support", ["USA"], None)],
    ),
    "a heading in quotation marks": (
        (
            "Nhật Bản thúc đẩy hợp tác\nNgoại trưởng Nhật Bản Taro Kono hoan nghênh Lào.\n"
            '"Láng giềng thân thiết"\nÔng Kono cảm ơn Lào.'
        ),
        [("support", ["JPN"], "Taro Kono"), ("support", ["JPN"], "Taro Kono")],
    ),
    "a president who agrees, not of unification": (
        "Ngoại trưởng Nga Sergei Lavrov và Tổng thống Hàn Quốc thống nhất mở lãnh sự quán ở Lào.",
        [("agree", ["RUS", "KOR"], None)],
    ),
    "a ministry of the state just named": (
        "Ngoại trưởng Nga Sergei Lavrov thăm Lào. Nhật Bản điều tàu tuần tra. Bộ Quốc phòng nước này cảnh báo Nga.",
        [("oppose", ["JPN"], None)],
    ),
    "what his state will do, according to him": (
        "Ngoại trưởng Nhật Bản Taro Kono thăm Lào. Theo ông Kono, Nhật Bản sẽ xây một cây cầu ở Vientiane.",
        [("commit", ["JPN"], "Taro Kono")],
    ),
    "what others will do, according to him": (
        "Ngoại trưởng Nhật Bản Taro Kono thăm Lào. Theo ông Kono, Trung Quốc sẽ xây một cây cầu ở Vientiane.",
        [("say", ["JPN"], "Taro Kono")],
    ),
    "a promise on a condition, in quotation marks": (
        'Ngoại trưởng Nhật Bản Taro Kono nói "nếu Lào bị lũ lụt, chúng tôi sẽ gửi cứu trợ".',
        [("commit", ["JPN"], "Taro Kono")],
    ),
    "much to do": (
        "Ngoại trưởng Nhật Bản Taro Kono nói hai nước còn rất nhiều việc phải làm ở Lào.",
        [("say", ["JPN"], "Taro Kono")],
    ),
    "a president in the words of his spokesman": (
        '"Tổng thống Putin đã cam kết thăm Lào", người phát ngôn Điện Kremlin Dmitry Peskov nói.',
        [("commit", ["RUS"], "Putin"), ("say", ["RUS"], "Dmitry Peskov")],
    ),
    "ships that sail into the waters of others": (
        "Ngoại trưởng Nhật Bản Taro Kono nhấn mạnh tàu Nga xâm phạm lãnh hải nước này.",
        [("oppose", ["JPN"], "Taro Kono")],
    ),
    "who is said to be behind something": (
        "Ngoại trưởng Nhật Bản Taro Kono cho rằng Nga đứng sau vụ tấn công mạng.",
        [("oppose", ["JPN"], "Taro Kono")],
    ),
    "friendship is no intent": (
        "Ngoại trưởng Nhật Bản Taro Kono khẳng định chuyến thăm củng cố tình hữu nghị với Lào.",
        [("say", ["JPN"], "Taro Kono")],
    ),
    "leaders with their organisation behind them": (
        "Thủ tướng Nhật Bản Shinzo Abe cùng các nhà lãnh đạo ASEAN hoan nghênh thoả thuận với Lào.",
        [("support", ["JPN", "ASEAN"], None)],
    ),
    "many officials after one of them": (
        "Ngoại trưởng Nga Sergei Lavrov phản đối lệnh cấm vận Lào. Các quan chức Nga cảnh báo Mỹ.",
        [("oppose", ["RUS"], "Sergei Lavrov"), ("oppose", ["RUS"], None)],
    ),
    "what a ministry confirms": (
        "Nga và Mỹ nhất trí hợp tác. Hiện, thông tin về vụ bắt giữ đã được Bộ Ngoại giao Lào xác nhận.",
        [("agree", ["RUS", "USA"], None), ("say", ["LAO"], None)],
    ),
    "officials whom sources quote": (
        "Nga và Mỹ nhất trí hợp tác. Các nguồn tin dẫn lời một số quan chức Lào cho biết đập đã vỡ.",
        [("agree", ["RUS", "USA"], None), ("say", ["LAO"], None)],
    ),
    "a pronoun behind the state of somebody's ship": (
        "Ngoại trưởng Nhật Bản Taro Kono nói Mỹ đã bắn chìm tàu của Nga và ông lấy làm tiếc về vụ việc.",
        [("say", ["JPN"], "Taro Kono"), ("concern", ["JPN"], "Taro Kono")],
    ),
    "a report that a paper passes on behind a quotation": (
        '"Lệnh cấm vận Lào là sai lầm", Reuters dẫn thông cáo của Bộ Ngoại giao Nga.',
        [("oppose", ["RUS"], None)],
    ),
    "an official whose words a paper passes on behind a quotation": (
        '"Quan hệ với Lào rất tốt. Lào là láng giềng", hãng tin AFP hôm nay dẫn lời một quan chức giấu tên của Nhà Trắng.',
        [("say", ["USA"], None), ("say", ["USA"], None)],
    ),
    "what a ministry announces": (
        "Mỹ và Lào mâu thuẫn. Bộ Quốc phòng Nhật Bản vừa công bố danh sách vũ khí gửi Lào.",
        [("say", ["JPN"], None)],
    ),
    "what was announced, of which something else is told": (
        "Mỹ và Nga nhất trí hợp tác. Hình ảnh do Bộ Quốc phòng Nhật Bản công bố cho thấy tàu Lào.",
        [("agree", ["USA", "RUS"], None)],
    ),
    "a goal that states set themselves": (
        "Nhật Bản gặp Lào ở Tokyo. Hai bên đặt mục tiêu tăng gấp đôi số du học sinh.",
        [("commit", ["JPN", "LAO"], None)],
    ),
    "what somebody regrets": (
        "Việt Nam và Lào nhất trí hợp tác. Bộ Ngoại giao Nhật Bản lấy làm tiếc về sự cố.",
        [("agree", ["VNM", "LAO"], None), ("concern", ["JPN"], None)],
    ),
    "two states behind a president's according to": (
        "Tổng thống Nga Vladimir Putin thăm Lào. Theo Tổng thống Nga, Mỹ và Iran cần đối thoại.",
        [("propose", ["RUS"], "Vladimir Putin")],
    ),
    "what parties must do, before who says it": (
        "Mỹ và Lào mâu thuẫn. Mỹ và Lào cần sớm nối lại đàm phán, Ngoại trưởng Nga Sergei Lavrov nói.",
        [("propose", ["RUS"], "Sergei Lavrov")],
    ),
    "a ministry by a word for it": (
        "Mỹ và Lào mâu thuẫn. Bộ Ngoại giao Nga phản đối lệnh cấm vận. Bộ này hôm qua còn nói Mỹ vi phạm luật pháp quốc tế.",
        [("oppose", ["RUS"], None), ("oppose", ["RUS"], None)],
    ),
    "a state by a word for it": (
        "Việt Nam và Lào nhất trí hợp tác. Trung Quốc phản đối lệnh cấm vận. Nước này cũng kêu gọi Mỹ đối thoại.",
        [("agree", ["VNM", "LAO"], None), ("oppose", ["CHN"], None), ("propose", ["CHN"], None)],
    ),
    "several by a word for them": (
        "Việt Nam và Lào nhất trí hợp tác. Trung Quốc và Nhật Bản phản đối lệnh cấm vận. Họ cũng kêu gọi Mỹ đối thoại.",
        [("agree", ["VNM", "LAO"], None), ("oppose", ["CHN", "JPN"], None), ("propose", ["CHN", "JPN"], None)],
    ),
    "a notice by whoever gave it": (
        "Việt Nam và Lào nhất trí hợp tác. Nhà Trắng phản đối đề nghị của Lào. Thông cáo nêu rõ Mỹ sẽ không nhượng bộ.",
        [("agree", ["VNM", "LAO"], None), ("oppose", ["USA"], None), ("commit", ["USA"], None)],
    ),
    "what was proposed, of which something is told": (
        "Ngoại trưởng Nga Sergei Lavrov phản đối lệnh cấm vận Lào. Tuyên bố đe doạ của Mỹ gây bất ổn.",
        [("oppose", ["RUS"], "Sergei Lavrov")],
    ),
    "a seat of government is not its president": (
        "Tổng thống Nga Vladimir Putin phản đối lệnh cấm vận Lào. Điện Kremlin còn cảnh báo Mỹ.",
        [("oppose", ["RUS"], "Vladimir Putin"), ("oppose", ["RUS"], None)],
    ),
    "the official who was just named": (
        "Thứ trưởng Ngoại giao Nga Igor Morgulov phản đối lệnh cấm vận Lào. Quan chức Nga cũng cảnh báo Mỹ.",
        [("oppose", ["RUS"], "Igor Morgulov"), ("oppose", ["RUS"], "Igor Morgulov")],
    ),
    "one official of many": (
        "Thứ trưởng Ngoại giao Nga Igor Morgulov phản đối lệnh cấm vận Lào. Một quan chức Nga cũng cảnh báo Mỹ.",
        [("oppose", ["RUS"], "Igor Morgulov"), ("oppose", ["RUS"], None)],
    ),
    "the official of the headline": (
        "Quan chức Nga phản đối lệnh cấm vận Lào\nThứ trưởng Ngoại giao Nga Igor Morgulov hôm nay chỉ trích Mỹ.",
        [("oppose", ["RUS"], "Igor Morgulov"), ("oppose", ["RUS"], "Igor Morgulov")],
    ),
    "who calls something so, behind his post": (
        'Việt Nam và Lào nhất trí hợp tác. Dmitry Peskov, phát ngôn viên Điện Kremlin, gọi lệnh cấm vận là "vô lý".',
        [("agree", ["VNM", "LAO"], None), ("say", ["RUS"], "Dmitry Peskov")],
    ),
    "whom somebody calls so": (
        'Mỹ và Lào mâu thuẫn. Bộ Ngoại giao Nga chỉ trích Ngoại trưởng Mỹ Mike Pompeo, gọi phát biểu của ông là "vô lý".',
        [("oppose", ["RUS"], None)],
    ),
    "what both agreed, as one of them tells": (
        "Ngoại trưởng Nga Sergei Lavrov gặp Ngoại trưởng Lào ở Moscow. Ông Lavrov cho biết hai bên nhất trí mở lãnh sự quán.",
        [("say", ["RUS"], "Sergei Lavrov"), ("agree", ["RUS", "LAO"], None)],
    ),
    "two acts with a comma between": (
        "Việt Nam và Lào nhất trí hợp tác. Bộ Ngoại giao Nga tái khẳng định lập trường, kêu gọi các bên đối thoại.",
        [("agree", ["VNM", "LAO"], None), ("say", ["RUS"], None), ("propose", ["RUS"], None)],
    ),
    "who shows support": (
        "Mỹ và Lào mâu thuẫn. Bộ Ngoại giao Nhật Bản thể hiện sự ủng hộ đối với Lào.",
        [("support", ["JPN"], None)],
    ),
    "what shows support": (
        "Mỹ và Lào mâu thuẫn. Tàu Nhật Bản tới Lào, một tín hiệu thể hiện sự ủng hộ. Bộ Ngoại giao Nga phản đối Mỹ.",
        [("oppose", ["RUS"], None)],
    ),
    "what a state is, between commas": (
        "Mỹ và Lào mâu thuẫn. Nhật Bản, quốc gia luôn bị Nga ngăn cản ở biển, đã phản đối kế hoạch.",
        [("oppose", ["JPN"], None)],
    ),
    "whose minister a report tells of": (
        "Mỹ và Lào mâu thuẫn. Thông cáo của Bộ Ngoại giao Nhật Bản cho biết Ngoại trưởng Taro Kono khẳng định ủng hộ Lào.",
        [("support", ["JPN"], "Taro Kono")],
    ),
    "what a report tells of two states": (
        "Mỹ và Lào mâu thuẫn. Thông cáo của Bộ Tài chính Nhật Bản cho biết lãnh đạo Nhật Bản và Hàn Quốc nhất trí họp thường niên.",
        [("agree", ["JPN", "KOR"], None)],
    ),
    "whose commitment is affirmed": (
        "Ngoại trưởng Nhật Bản Taro Kono thăm Lào. Ông Kono tái khẳng định cam kết của Nhật Bản với khu vực Mekong.",
        [("commit", ["JPN"], "Taro Kono")],
    ),
    "a report behind a quotation": (
        'Mỹ và Lào mâu thuẫn. "Lào là láng giềng", thông cáo của Bộ Ngoại giao Nhật Bản có đoạn.',
        [("say", ["JPN"], None)],
    ),
    "who is credited with a quotation": (
        'Mỹ và Lào mâu thuẫn. "Lào là láng giềng", theo tuyên bố của Bộ Ngoại giao Nhật Bản.',
        [("say", ["JPN"], None)],
    ),
    "a report of what somebody said": (
        'Ngoại trưởng Nhật Bản Taro Kono nói "Lào là láng giềng", thông cáo của Bộ Ngoại giao Lào cho biết.',
        [("say", ["JPN"], "Taro Kono")],
    ),
    "a quotation whose beginning is lost": (
        (
            'Mỹ gây sức ép với Lào", ông Lê An, nhà phân tích, nhận định. Thủ tướng Nhật Bản Shinzo Abe hoan nghênh lập '
            'trường của Lào. "Quan hệ với Lào rất tốt. Chúng tôi cảm ơn Lào", Ngoại trưởng Nga Sergei Lavrov nói.'
        ),
        [
            ("support", ["JPN"], "Shinzo Abe"),
            ("say", ["RUS"], "Sergei Lavrov"),
            ("support", ["RUS"], "Sergei Lavrov"),
        ],
    ),
    "a quotation whose end is lost": (
        (
            'Thủ tướng Nhật Bản Shinzo Abe họp báo. "Quan hệ với Lào rất tốt, ông Abe nói. Nga phản đối kế hoạch của Mỹ. '
            '"Chúng tôi cảm ơn Lào. Quan hệ rất tốt", Ngoại trưởng Nga Sergei Lavrov nói.'
        ),
        [
            ("say", ["JPN"], "Shinzo Abe"),
            ("oppose", ["RUS"], None),
            ("support", ["RUS"], "Sergei Lavrov"),
            ("say", ["RUS"], "Sergei Lavrov"),
        ],
    ),
    "whose report it is": (
        "Mỹ và Lào mâu thuẫn. Thông cáo mới nhất từ Bộ Ngoại giao Nhật Bản cho biết Tokyo đang liên lạc với Lào.",
        [("say", ["JPN"], None)],
    ),
    "what a report tells of both": (
        (
            "Tổng thống Mỹ Donald Trump gặp Thủ tướng Nhật Bản Shinzo Abe. Thông cáo của Nhà Trắng cho biết hai nhà "
            "lãnh đạo nhất trí gây sức ép với Triều Tiên."
        ),
        [("agree", ["USA", "JPN"], None)],
    ),
    "what a state does and threatens besides": (
        "Mỹ và Lào mâu thuẫn. Nhật Bản áp thuế hàng Hàn Quốc, đồng thời đe doạ kiện ra WTO.",
        [("oppose", ["JPN"], None)],
    ),
    "the one as well as the other": (
        "Cả Nhật Bản lẫn Hàn Quốc đều hoan nghênh cuộc gặp.",
        [("support", ["JPN", "KOR"], None)],
    ),
    "what his state will do, in a quotation": (
        '"Nhật Bản sẽ tiếp tục hỗ trợ Lào về y tế", Ngoại trưởng Nhật Bản Taro Kono nói.',
        [("commit", ["JPN"], "Taro Kono")],
    ),
    "what will come of relations with his state": (
        '"Quan hệ với Nhật Bản sẽ đem lại cơ hội cho Lào", Ngoại trưởng Nhật Bản Taro Kono nói.',
        [("say", ["JPN"], "Taro Kono")],
    ),
    "what a paper reports of a party": (
        "Hãng tin Kyodo cho biết Thủ tướng Nhật Bản Shinzo Abe hoan nghênh cuộc gặp Mỹ - Triều.",
        [("support", ["JPN"], "Shinzo Abe")],
    ),
    "who will urge others promises it": (
        "Ngoại trưởng Mỹ thăm Thổ Nhĩ Kỳ. Mỹ sẽ hối thúc Ankara ngừng bắn ở Syria.",
        [("commit", ["USA"], None)],
    ),
    "this official, who only says it": (
        "Một quan chức Bộ Ngoại giao Nhật Bản bác bỏ tin trên. Quan chức này chỉ cho biết Tokyo đang liên lạc với Bình Nhưỡng.",
        [("oppose", ["JPN"], None), ("say", ["JPN"], None)],
    ),
    "his government in a quotation": (
        '"Đối thoại là cần thiết. Chính phủ Venezuela cam kết đối thoại với Mỹ", Ngoại trưởng Venezuela Jorge Arreaza cho biết.',
        [("say", ["VEN"], "Jorge Arreaza"), ("commit", ["VEN"], "Jorge Arreaza")],
    ),
    "whose speech it was": (
        "Lời mời được gửi đi ngay sau phát biểu của Ngoại trưởng Mỹ Mike Pompeo ở Thuỵ Sĩ, khẳng định Mỹ sẵn sàng gặp Iran.",
        [("commit", ["USA"], "Mike Pompeo")],
    ),
    "the main clause behind one that tells when": (
        "Sau khi Tổng thống Mỹ Donald Trump nhận lời gặp Chủ tịch Kim Jong-un, Bộ Ngoại giao Trung Quốc hoan nghênh.",
        [("commit", ["USA"], "Donald Trump"), ("support", ["CHN"], None)],
    ),
    "two people of one state": (
        (
            "Trong khi Cố vấn An ninh quốc gia Mỹ John Bolton đe doạ Iran, Tổng thống Mỹ Donald Trump kêu gọi Tehran đối "
            "thoại."
        ),
        [("oppose", ["USA"], "John Bolton"), ("propose", ["USA"], "Donald Trump")],
    ),
    "what another of his side did is part of what he tells": (
        (
            "Chủ tịch Trung Quốc Tập Cận Bình hội đàm với Chủ tịch Triều Tiên Kim Jong-un. Người phát ngôn Bộ Ngoại giao Trung Quốc Hoa Xuân Doanh nói rằng "
            "lời mời tới từ Bình Nhưỡng và ông Tập Cận Bình đã đồng ý."
        ),
        [("say", ["CHN"], "Hoa Xuân Doanh")],
    ),
    "who says at the end what his state does": (
        "Nga phản đối các lệnh trừng phạt mới, Ngoại trưởng Nga Sergei Lavrov tuyên bố hôm 1-8.",
        [("oppose", ["RUS"], "Sergei Lavrov")],
    ),
    "who says at the end what another state does": (
        "Triều Tiên sẵn sàng đối thoại với Mỹ, Tổng thống Hàn Quốc Moon Jae-in cho biết.",
        [("commit", ["PRK"], None), ("say", ["KOR"], "Moon Jae-in")],
    ),
    "who acts in what only frames it does not speak": (
        "Ngoại trưởng Mỹ Mike Pompeo hôm qua, trong phiên họp bàn chuyện Nga sáp nhập Crimea, ra thông cáo bày tỏ quan ngại.",
        [("concern", ["USA"], "Mike Pompeo")],
    ),
    "a reason is told by those who have it": (
        "Anh trục xuất 23 nhà ngoại giao Nga bởi chính phủ Anh cáo buộc Moscow đầu độc ông Skripal.",
        [("oppose", ["GBR"], None)],
    ),
    "it was they who proposed it": (
        "Cuộc gặp Mỹ - Nga ở Paris đổ bể do Điện Elysee đề nghị hai nhà lãnh đạo không làm lu mờ buổi lễ.",
        [("propose", ["FRA"], None)],
    ),
    "a quotation blames": (
        (
            '"Quyết định này vi phạm luật pháp quốc tế. Nó sẽ gây bất ổn", Ngoại trưởng Nga Sergei Lavrov nói về lệnh '
            "trừng phạt của Mỹ."
        ),
        [("oppose", ["RUS"], "Sergei Lavrov"), ("say", ["RUS"], "Sergei Lavrov")],
    ),
    "a quotation demands": (
        '"Triều Tiên phải bỏ vũ khí hạt nhân. Thời gian không còn nhiều", Ngoại trưởng Nhật Bản Taro Kono nói.',
        [("propose", ["JPN"], "Taro Kono"), ("say", ["JPN"], "Taro Kono")],
    ),
    "nobody is made to do it": (
        '"Không ai ép buộc Israel phải nhượng bộ. Thế là đủ", Thủ tướng Israel Benjamin Netanyahu nói khi đón Ngoại trưởng Mỹ.',
        [("say", ["ISR"], "Benjamin Netanyahu"), ("say", ["ISR"], "Benjamin Netanyahu")],
    ),
    "what others do in what he thinks of it": (
        "Ngoại trưởng Thổ Nhĩ Kỳ Mevlut Cavusoglu cho rằng việc nước ngoài ủng hộ ông Guaido là sai lầm.",
        [("oppose", ["TUR"], "Mevlut Cavusoglu")],
    ),
    "a proposal that was just named is a noun": (
        "Ngoại trưởng Mỹ thăm Thổ Nhĩ Kỳ. Ankara cho rằng yêu cầu trên là quá sớm.",
        [("say", ["TUR"], None)],
    ),
    "a ministry of the state of which the story tells": (
        (
            "Bộ Ngoại giao Mỹ hoan nghênh cuộc gặp. Ngoại trưởng Mỹ Rex Tillerson thăm châu Phi. Bộ Ngoại giao thông báo "
            "ông Tillerson bị ốm."
        ),
        [("support", ["USA"], None), ("say", ["USA"], None)],
    ),
    "a name behind which others stand": (
        "Với tư cách là thành viên ASEAN, Campuchia ủng hộ nguyên tắc đồng thuận.",
        [("support", ["KHM"], None)],
    ),
    "whose words are passed on with 'that'": (
        "Hai ngoại trưởng bàn về tuyên bố của Thứ trưởng Triều Tiên Kim Kye-gwan rằng sẵn sàng đối thoại với Mỹ.",
        [("commit", ["PRK"], "Kim Kye-gwan")],
    ),
    "he does not forget to say it": (
        "Thủ tướng Đức Angela Merkel không quên nhấn mạnh vai trò của EU.",
        [("say", ["DEU"], "Angela Merkel")],
    ),
    "blame by way of a support": (
        "Tổng thống Nga Vladimir Putin giúp Tổng thống Syria Bashar al-Assad bằng cách bác bỏ cáo buộc của Mỹ.",
        [("oppose", ["RUS"], "Vladimir Putin")],
    ),
    "an expert who speaks is none of whom he spoke": (
        (
            "Tổng thống Mỹ Donald Trump nhất trí gặp Chủ tịch Trung Quốc Tập Cận Bình. Wu Xinbo, học giả ở Thượng Hải, cho "
            "rằng ông Donald Trump sẽ cứng rắn hơn. Ông dự báo hai bên sẽ đàm phán và nói thêm rằng sẽ còn căng thẳng."
        ),
        [("agree", ["USA"], "Donald Trump")],
    ),
    "a programme is no promise": (
        "Việt Nam và Pháp nhất trí tăng cường hợp tác. Hai nhà lãnh đạo sẽ cùng dự lễ ký.",
        [("agree", ["VNM", "FRA"], None)],
    ),
    "to take part is a promise": (
        "Việt Nam và Nhật Bản nhất trí tăng cường hợp tác. Nhật Bản sẽ tham gia nhóm đối tác Mekong.",
        [("agree", ["VNM", "JPN"], None), ("commit", ["JPN"], None)],
    ),
    "a neutral verb takes the act of what it governs": (
        "Ngày 2-8-2018 tại Singapore, Ngoại trưởng Nhật Bản Taro Kono khẳng định Nhật Bản ủng hộ vai trò của ASEAN.",
        [("support", ["JPN"], "Taro Kono")],
    ),
    "what the speaker's own side will do is a commitment": (
        "Ngày 2-8-2018, Ngoại trưởng Nhật Bản Taro Kono cho biết Tokyo sẽ hỗ trợ các nước ASEAN về an ninh mạng.",
        [("commit", ["JPN"], "Taro Kono")],
    ),
    "two parties agree": ("Việt Nam và Lào nhất trí tăng cường hợp tác.", [("agree", ["VNM", "LAO"], None)]),
    "states that stand side by side": (
        "Các nước như Nga, Iran, Syria lên án vụ không kích của Mỹ.",
        [("oppose", ["RUS", "IRN", "SYR"], None)],
    ),
    "three states behind a conjunction": (
        "Khủng hoảng nổ ra khi Saudi Arabia, Bahrain, Ai Cập cáo buộc Qatar hỗ trợ khủng bố.",
        [("oppose", ["SAU", "BHR", "EGY"], None)],
    ),
    "the official heard above": (
        (
            'Một quan chức Hàn Quốc cho biết Triều Tiên đã gửi thư tới Mỹ. "Hai miền còn nhiều việc phải làm", quan chức '
            "trên nêu rõ."
        ),
        [("say", ["KOR"], None), ("say", ["KOR"], None)],
    ),
    "a government's spokesman": (
        "Phát ngôn viên chính phủ Thái Lan Werachon Sukondhapatipak cho biết Bangkok ủng hộ ASEAN.",
        [("support", ["THA"], "Werachon Sukondhapatipak")],
    ),
    "a family name that only the wife bears in full is the husband's": (
        'Đệ nhất phu nhân Melania Trump tới Paris gặp Tổng thống Pháp. "Nước Mỹ ủng hộ Pháp", Trump viết hôm 1-8-2018.',
        [("support", ["USA"], "Trump")],
    ),
    "what I want to say I say": (
        (
            '"Chúng ta đang tiến gần tới thoả thuận và tôi muốn nhấn mạnh vai trò của Việt Nam", Ngoại trưởng Nhật Bản '
            "Taro Kono nói."
        ),
        [("say", ["JPN"], "Taro Kono")],
    ),
    "what a side will be is no promise": (
        "Đại sứ quán Nga cho biết Moscow sẽ là điểm dừng chân của Ngoại trưởng Triều Tiên.",
        [("say", ["RUS"], None)],
    ),
    "an official without a name": (
        "Một quan chức quốc phòng giấu tên của Mỹ cho biết Hàn Quốc đã được thông báo.",
        [("say", ["USA"], None)],
    ),
    "the president of the European Parliament": (
        "Chủ tịch Nghị viện châu Âu Antonio Tajani cảnh báo Anh về hậu quả của Brexit.",
        [("oppose", ["EU"], "Antonio Tajani")],
    ),
    "a state opposes": ("Trung Quốc phản đối Mỹ điều tàu chiến tới Biển Đông.", [("oppose", ["CHN"], None)]),
    "a quotation says what others must do": (
        '"Triều Tiên cần phải dừng thử hạt nhân", Ngoại trưởng Mỹ Mike Pompeo nói hôm 1-8 tại Washington.',
        [("propose", ["USA"], "Mike Pompeo")],
    ),
    "a headline with a colon": (
        "Thủ tướng Lào Thongloun Sisoulith: Việt Nam và Lào cần mở thêm cửa khẩu",
        [("propose", ["LAO"], "Thongloun Sisoulith")],
    ),
    "what one will not support is not supported": (
        '"Tôi sẽ không ủng hộ phán quyết này", Thủ tướng Campuchia Hun Sen nói về Trung Quốc và Philippines.',
        [("say", ["KHM"], "Hun Sen")],
    ),
    "what is nearest may be an object": (
        "Tổng thống Pháp Emmanuel Macron điện đàm với Tổng thống Nga Vladimir Putin và mời ông Putin tới Paris.",
        [("propose", ["FRA"], "Emmanuel Macron")],
    ),
    "after a semicolon the list of what he says goes on": (
        (
            "Ngoại trưởng Lào Saleumxay Kommasith hoan nghênh chuyến thăm và vai trò của Chính phủ Việt Nam; "
            "sẵn sàng hợp tác với các nước ASEAN."
        ),
        [("support", ["LAO"], "Saleumxay Kommasith"), ("commit", ["LAO"], "Saleumxay Kommasith")],
    ),
    "those around a leader do not speak with his voice": (
        "Tổng thống Mỹ Donald Trump thăm Nhật Bản. Chính quyền Trump bác bỏ chỉ trích của Trung Quốc.",
        [("oppose", ["USA"], None)],
    ),
    "he who says a quotation is not the one of whom it speaks": (
        (
            "Tổng thống Mỹ Donald Trump tới Nhật Bản. “Tôi rất vui khi gặp Chủ tịch Trung Quốc Tập Cận Bình ở Osaka”, "
            "ông viết."
        ),
        [("say", ["USA"], "Donald Trump")],
    ),
    "the speaker's state by a word for it": (
        "Ngoại trưởng Nhật Bản Taro Kono cho biết nước này sẽ hỗ trợ Philippines.",
        [("commit", ["JPN"], "Taro Kono")],
    ),
    "a concern is shared": (
        "Ngoại trưởng Nhật Bản Taro Kono chia sẻ quan ngại của Việt Nam về Biển Đông.",
        [("concern", ["JPN"], "Taro Kono")],
    ),
    "an invitation is accepted": (
        "Thủ tướng Lào Thongloun Sisoulith đã vui vẻ nhận lời mời thăm Việt Nam.",
        [("commit", ["LAO"], "Thongloun Sisoulith")],
    ),
    "what we say in a quotation decides the act": (
        '"Chúng tôi sẽ nối lại đối thoại với Triều Tiên", Ngoại trưởng Mỹ Mike Pompeo nói.',
        [("commit", ["USA"], "Mike Pompeo")],
    ),
    "two halves of a land": ("Hai miền Triều Tiên nhất trí nối lại đối thoại.", [("agree", ["KOR", "PRK"], None)]),
    "what others must do, according to somebody": (
        "Ngoại trưởng Nga Sergei Lavrov tới Lào. Theo ông Lavrov, các bên liên quan cần thực hiện đầy đủ DOC.",
        [("propose", ["RUS"], "Sergei Lavrov")],
    ),
    "what is not so is nothing to do": (
        "Thủ tướng Campuchia Hun Sen khẳng định Biển Đông không phải là vấn đề của Campuchia và Trung Quốc.",
        [("say", ["KHM"], "Hun Sen")],
    ),
    "nobody is asked by what I must do": (
        '"Tôi phải nói rằng quan hệ với Triều Tiên rất tốt", Ngoại trưởng Mỹ Mike Pompeo nói.',
        [("say", ["USA"], "Mike Pompeo")],
    ),
    "what others are called on to do is not done by the speaker": (
        "Việt Nam và Lào kêu gọi các bên nỗ lực gìn giữ hoà bình.",
        [("propose", ["VNM", "LAO"], None)],
    ),
    "support coordinated with what is agreed": (
        "Việt Nam và Lào nhất trí tăng cường phối hợp và ủng hộ lẫn nhau tại Liên Hợp Quốc.",
        [("agree", ["VNM", "LAO"], None)],
    ),
    "what parties must do goes on with the speaker before": (
        "Thủ tướng Lào Thongloun Sisoulith đánh giá cao quan hệ với Việt Nam. Các thành viên ASEAN cần đoàn kết.",
        [("support", ["LAO"], "Thongloun Sisoulith"), ("propose", ["LAO"], "Thongloun Sisoulith")],
    ),
    "an envoy with an apposition": (
        (
            "Igor Morgulov, người được Tổng thống Nga Vladimir Putin cử đi, cho biết Moscow sẵn sàng đối thoại với Mỹ. "
            "Thứ trưởng Ngoại giao Nga Igor Morgulov thăm Mỹ."
        ),
        [("commit", ["RUS"], "Igor Morgulov")],
    ),
    "a comma right behind the verb": (
        "Ngoại trưởng Nhật Bản Taro Kono nhấn mạnh, Triều Tiên phải dừng thử tên lửa.",
        [("propose", ["JPN"], "Taro Kono")],
    ),
    "what was said stands before the verb": (
        "Nhật Bản không đứng về bên nào, Ngoại trưởng Nhật Bản Taro Kono nói, nhưng tin rằng Trung Quốc cần kiềm chế.",
        [("say", ["JPN"], "Taro Kono")],
    ),
    "the object of the first verb does not take the second": (
        "Thủ tướng Lào Thongloun Sisoulith đánh giá cao vai trò của Việt Nam, khẳng định sẽ mở thêm cửa khẩu.",
        [("support", ["LAO"], "Thongloun Sisoulith"), ("commit", ["LAO"], "Thongloun Sisoulith")],
    ),
    "the points of a list of proposals": (
        (
            "Thủ tướng Lào Thongloun Sisoulith đề nghị Việt Nam hợp tác trên hai lĩnh vực ngoại giao và kinh tế. "
            "Thứ nhất, đẩy nhanh đàm phán với Việt Nam. Thứ hai, hai bên thống nhất thủ tục hải quan."
        ),
        [("propose", ["LAO"], "Thongloun Sisoulith")] * 3,
    ),
    "reasons for what somebody does are not his words": (
        (
            "Thủ tướng Lào Thongloun Sisoulith đề nghị Việt Nam hợp tác. "
            "Thứ nhất, ông Thongloun Sisoulith không có nhiều lựa chọn."
        ),
        [("propose", ["LAO"], "Thongloun Sisoulith")],
    ),
    "the act at the head is his who speaks behind the comma": (
        "Đánh giá cao vai trò của Việt Nam, Thủ tướng Lào Thongloun Sisoulith khẳng định sẽ mở thêm cửa khẩu.",
        [("support", ["LAO"], "Thongloun Sisoulith"), ("commit", ["LAO"], "Thongloun Sisoulith")],
    ),
    "what one will do on a condition": (
        "Đại sứ Mỹ Nikki Haley tuyên bố nếu Triều Tiên thử tên lửa, Mỹ sẽ áp thêm lệnh trừng phạt.",
        [("commit", ["USA"], "Nikki Haley")],
    ),
    "what must be done behind a frame": (
        "Ngoại trưởng Nhật Bản Taro Kono nhấn mạnh trong giai đoạn hiện nay, Triều Tiên cần dừng thử tên lửa.",
        [("propose", ["JPN"], "Taro Kono")],
    ),
    "what one will go on to value is no further act": (
        "Ngoại trưởng Nhật Bản Taro Kono khẳng định với tư cách là đối tác, Nhật Bản sẽ tiếp tục coi trọng ASEAN.",
        [("commit", ["JPN"], "Taro Kono")],
    ),
    "what will be done to one is no promise": (
        "Ngoại trưởng Nga Sergei Lavrov nói an ninh của Nga sẽ bị Mỹ đe doạ.",
        [("say", ["RUS"], "Sergei Lavrov")],
    ),
    "a sentence without a subject goes on": (
        "Thủ tướng Lào Thongloun Sisoulith cảm ơn Việt Nam. Đồng thời, đề nghị Việt Nam mở thêm cửa khẩu.",
        [("support", ["LAO"], "Thongloun Sisoulith"), ("propose", ["LAO"], "Thongloun Sisoulith")],
    ),
    "respect in a list of what is asked for": (
        "Thủ tướng Lào Thongloun Sisoulith đề nghị Việt Nam và Trung Quốc kiềm chế, tôn trọng luật pháp quốc tế.",
        [("propose", ["LAO"], "Thongloun Sisoulith")],
    ),
    "what one must admit is said": (
        "Tổng thống Mỹ Donald Trump phải thừa nhận quan hệ với Nga đang xấu đi.",
        [("say", ["USA"], "Donald Trump")],
    ),
    "a promise to make an effort": (
        "Ngoại trưởng Nhật Bản Taro Kono khẳng định sẽ nỗ lực đưa Triều Tiên trở lại bàn đàm phán.",
        [("commit", ["JPN"], "Taro Kono")],
    ),
    "a spokesman speaks for his leader's party, not with his voice": (
        (
            "Tổng thống Nga Vladimir Putin điện đàm với Tổng thống Mỹ Donald Trump. "
            "Người phát ngôn của Tổng thống Nga Vladimir Putin chỉ trích Mỹ. "
            "Ông Ivan Petrov, người phát ngôn của Tổng thống Nga Vladimir Putin, hoan nghênh cuộc điện đàm."
        ),
        [("oppose", ["RUS"], "Ivan Petrov"), ("support", ["RUS"], "Ivan Petrov")],
    ),
    "what one calls something": (
        (
            "Ngoại trưởng Nga Sergei Lavrov gọi lệnh trừng phạt của Mỹ là sai lầm. Ông Lavrov gọi ông Kim Jong-un là một "
            "nhà lãnh đạo tài năng. Ông Lavrov gọi đây là cuộc trao đổi thẳng thắn."
        ),
        [(act, ["RUS"], "Sergei Lavrov") for act in ("oppose", "support", "say")],
    ),
    "always ready": ("Nhà Trắng cho biết Mỹ luôn sẵn sàng đối thoại với Triều Tiên.", [("commit", ["USA"], None)]),
    "what two will sign": ("Trung Quốc và Campuchia sẽ ký nhiều văn kiện.", [("commit", ["CHN", "KHM"], None)]),
    "what one agrees on": (
        "Mỹ và Hàn Quốc nhất trí về cách đối phó với Triều Tiên.",
        [("agree", ["USA", "KOR"], None)],
    ),
    "a further accusation": (
        "Nga tố Ukraine vi phạm lệnh ngừng bắn. Ukraine bác cáo buộc của Nga.",
        [("oppose", ["RUS"], None), ("oppose", ["UKR"], None)],
    ),
    "somebody speaks for others": (
        "Thay mặt các nước ASEAN, Ngoại trưởng Singapore Vivian Balakrishnan đề nghị Trung Quốc sớm hoàn tất COC.",
        [("propose", ["ASEAN"], "Vivian Balakrishnan")],
    ),
    "a noun of saying behind a preposition is no verb": (
        "Ngày 1-8, Ngoại trưởng Nga Sergei Lavrov rời Washington sau cáo buộc về vụ đầu độc Skripal.",
        [],
    ),
    "protesters are not their state": ("Người dân Hàn Quốc ở Mỹ biểu tình phản đối Nhật Bản.", []),
    "who is among those who oppose says nothing now": (
        "Malaysia là một trong những quốc gia phản đối Trung Quốc ở Biển Đông.",
        [],
    ),
    "what somebody is accused of he does not do": ("Nga bị cáo buộc đe doạ tàu chiến Mỹ ở Biển Đen.", []),
    "a conference that is to come is no promise": (
        "Hai nước Nga và Mỹ đã đàm phán. Hai bên sẽ thảo luận về vũ khí.",
        [],
    ),
    "to go on talking is one": (
        "Hai nước Nga và Mỹ đã đàm phán. Hai bên sẽ tiếp tục thảo luận về vũ khí.",
        [("commit", ["RUS", "USA"], None)],
    ),
    "others are made to worry": (
        "Trung Quốc tăng ngân sách quốc phòng, khiến các nước láng giềng, trong đó có Nhật Bản, lo ngại.",
        [],
    ),
    "what a party is blamed for it does not say": (
        "Triều Tiên chỉ trích Hàn Quốc vì coi Mỹ là chỗ dựa.",
        [("oppose", ["PRK"], None)],
    ),
    "nobody is asked to face a danger": (
        "Tổng thống Nga Vladimir Putin cho rằng Syria đang phải đối mặt với khủng bố.",
        [("say", ["RUS"], "Vladimir Putin")],
    ),
    "the aim before a demand": (
        "Theo Đại sứ Nga Konstantin Vnukov, để đạt được mục tiêu này, hai nước Nga và Việt Nam cần bỏ thêm thuế.",
        [("propose", ["RUS"], "Konstantin Vnukov")],
    ),
    "a channel that somebody talks to is not the speaker": (
        "Tổng thống Pháp Emmanuel Macron trong cuộc phỏng vấn với kênh truyền hình CNN cho rằng Mỹ nên ở lại Syria.",
        [("propose", ["FRA"], "Emmanuel Macron")],
    ),
    "a party and those who are none": (
        "Ukraine và các nước phương Tây cáo buộc Nga vi phạm hiệp ước.",
        [("oppose", ["UKR"], None)],
    ),
    "the declaration of somebody is his word": (
        "Mỹ và Nga họp tại Helsinki. “Hai nước đều muốn hoà bình ở Syria”, tuyên bố của Nhà Trắng cho biết.",
        [("say", ["USA"], None)],
    ),
    "an agency that quotes a notice": (
        "Hai ngoại trưởng Cuba và Triều Tiên phản đối lệnh trừng phạt, AFP dẫn thông báo từ Bộ Ngoại giao Cuba cho biết.",
        [("oppose", ["CUB", "PRK"], None)],
    ),
    "a promise by another word for it": (
        "“Những đề nghị và cam kết đó cần được thực hiện”, Ngoại trưởng Nga Sergei Lavrov nói về Syria.",
        [("say", ["RUS"], "Sergei Lavrov")],
    ),
    "what stands in a quotation from the sentence before": (
        (
            "Nga và Mỹ hội đàm tại Helsinki. “Chúng tôi sẽ chờ xem. Trung Quốc cần hiểu điều đó”, người phát ngôn "
            "Bộ Ngoại giao Mỹ Heather Nauert nói."
        ),
        [("say", ["USA"], "Heather Nauert"), ("propose", ["USA"], "Heather Nauert")],
    ),
    "a quotation of an expert is not his country's word": (
        (
            "Mỹ và Trung Quốc đàm phán về thương mại. “Trung Quốc đã chuẩn bị kỹ. Bắc Kinh phải phối hợp với châu Âu”, "
            "chuyên gia Vương Quân nhận định."
        ),
        [],
    ),
    "what is added as often is done": (
        (
            "Ngoại trưởng Nga Sergei Lavrov cho biết Moscow sẽ giúp Syria. Ngoài ra, đoàn Nga đã tới thăm một bệnh viện ở "
            "Damascus."
        ),
        [("commit", ["RUS"], "Sergei Lavrov")],
    ),
    "behind a comma the first speaker goes on, whoever stood between": (
        "Nhật Bản lên án Triều Tiên phóng tên lửa, nhấn mạnh đây là mối đe doạ với khu vực.",
        [("oppose", ["JPN"], None), ("say", ["JPN"], None)],
    ),
    "behind a word that adds, too": (
        "Ngoại trưởng Mỹ Mike Pompeo cho biết Triều Tiên đã dừng thử tên lửa, đồng thời kêu gọi Trung Quốc giữ lệnh cấm vận.",
        [("say", ["USA"], "Mike Pompeo"), ("propose", ["USA"], "Mike Pompeo")],
    ),
    "who is demanded something does not support it": (
        "Ngoại trưởng Nga Sergei Lavrov đề nghị Liên Hợp Quốc gửi viện trợ cho Syria, ủng hộ giải pháp hoà bình.",
        [("propose", ["RUS"], "Sergei Lavrov")],
    ),
    "the object right before a joiner": (
        "Trung Quốc lên án động thái của Mỹ và cho rằng Washington nên rút quân.",
        [("oppose", ["CHN"], None), ("propose", ["CHN"], None)],
    ),
    "holders of one post in three states": (
        "Ngoại trưởng Nga, Syria và Iran cùng lên án Mỹ tấn công.",
        [("oppose", ["RUS", "SYR", "IRN"], None)],
    ),
    "leaders of three states": (
        "Lãnh đạo các nước Campuchia, Lào và Myanmar cảm ơn Chính phủ Việt Nam.",
        [("support", ["KHM", "LAO", "MMR"], None)],
    ),
    "who is beside somebody is no speaker": (
        "Ngoài Tổng thống Mỹ Donald Trump, Tổng thống Nga Vladimir Putin cũng chúc mừng Thủ tướng Anh Theresa May.",
        [("support", ["RUS"], "Vladimir Putin")],
    ),
    "to whom a letter goes does not write it": (
        "Trong thư gửi Chủ tịch Triều Tiên Kim Jong-un, Tổng thống Mỹ Donald Trump cũng cảnh báo Bình Nhưỡng.",
        [("oppose", ["USA"], "Donald Trump")],
    ),
    "the official just heard": (
        "Quan chức Hàn Quốc cho biết Triều Tiên đã dừng thử tên lửa. Quan chức này đề nghị Mỹ nới lỏng cấm vận.",
        [("say", ["KOR"], None), ("propose", ["KOR"], None)],
    ),
    "leaders in a lead speak at the meeting told below": (
        (
            "Hội nghị bàn về hợp tác\nCác nhà lãnh đạo khẳng định quyết tâm thúc đẩy hợp tác.\n"
            "Chiều 1-8, Hội nghị cấp cao ASEAN - Nhật Bản diễn ra tại Bangkok."
        ),
        [("commit", ["ASEAN", "JPN"], None)],
    ),
    "what a declaration says is said by those who signed it": (
        "Lãnh đạo Hàn Quốc và Triều Tiên ký tuyên bố chung, trong đó tái khẳng định cam kết hoà bình.",
        [("commit", ["KOR", "PRK"], None)],
    ),
    "what is only planned is not said, nor what goes on with it": (
        "Thủ tướng Việt Nam Nguyễn Xuân Phúc sẽ có bài phát biểu tại hội nghị ASEAN và nhấn mạnh vai trò của luật pháp.",
        [],
    ),
    "a title that many posts share is not a vice president's": (
        (
            "Công chúa kế vị Thuỵ Điển Victoria tới Việt Nam. Trong hội đàm với Phó Chủ tịch nước Việt Nam Đặng Thị Ngọc Thịnh, "
            "Công chúa cho biết Thuỵ Điển coi trọng hợp tác với ASEAN."
        ),
        [("say", ["SWE"], None)],
    ),
    "a sentence that begins with its verb behind a semicolon": (
        (
            "Ngoại trưởng Nga Sergei Lavrov hội đàm với Ngoại trưởng Mỹ Mike Pompeo. Ông Lavrov hoan nghênh đối thoại;\n"
            "Đề nghị Mỹ dỡ bỏ lệnh trừng phạt."
        ),
        [("support", ["RUS"], "Sergei Lavrov"), ("propose", ["RUS"], "Sergei Lavrov")],
    ),
    "an aside in brackets": (
        "Ngoại trưởng Nga Sergei Lavrov cho biết sẽ đến Triều Tiên (nước mà Mỹ từng đe doạ tấn công).",
        [("commit", ["RUS"], "Sergei Lavrov")],
    ),
    "a given name that is a state's": (
        "Việt Nam và Lào ký thoả thuận với Đức. Thứ trưởng Bộ Nông nghiệp Phùng Đức Tiến đánh giá cao nỗ lực của ASEAN.",
        [("support", ["VNM"], "Phùng Đức Tiến")],
    ),
    "who upholds something": (
        "Thứ trưởng Ngoại giao Đặng Đình Quý đề cao vai trò của ASEAN.",
        [("support", ["VNM"], "Đặng Đình Quý")],
    ),
    "who calls something a violation opposes it": (
        "Ngoại trưởng Nga Sergei Lavrov nhấn mạnh hành động này của Mỹ vi phạm Hiệp ước INF.",
        [("oppose", ["RUS"], "Sergei Lavrov")],
    ),
    "who calls an accusation baseless denies it": (
        '"Cáo buộc của Mỹ là vô căn cứ", người phát ngôn Điện Kremlin Dmitry Peskov nói.',
        [("oppose", ["RUS"], "Dmitry Peskov")],
    ),
    "what violates nothing": (
        "Ngoại trưởng Mỹ Mike Pompeo nói cuộc tập trận với Hàn Quốc không vi phạm thoả thuận.",
        [("say", ["USA"], "Mike Pompeo")],
    ),
    "who is named behind a quotation said it, whatever the verb": (
        (
            "Ngoại trưởng Lào Saleumxay Kommasith thăm Nhật Bản.\n"
            '"Chúng tôi sẽ theo dõi sát tình hình", Ngoại trưởng Nhật Bản Taro Kono trả lời phỏng vấn NHK.'
        ),
        [("commit", ["JPN"], "Taro Kono")],
    ),
    "what one threatens another with, through whose land": (
        "Triều Tiên phóng tên lửa qua lãnh thổ Nhật Bản hai lần và đe doạ Mỹ.",
        [("oppose", ["PRK"], None)],
    ),
    "an official without a name heard above, whoever he spoke of": (
        (
            "Một quan chức Canada cho biết Ngoại trưởng Chrystia Freeland đã gặp người đồng cấp Nga. "
            '"Lập trường của chúng tôi không đổi", quan chức này nói.'
        ),
        [("say", ["CAN"], None), ("say", ["CAN"], None)],
    ),
    "of whom one says what he must do, who speaks at an occasion": (
        (
            "Bộ trưởng Quốc phòng Singapore Ng Eng Hen cảm ơn Mỹ.\n"
            '"Nếu các nước ASEAN đứng về một bên, đòi quyền lợi riêng, khối sẽ yếu đi", ông Ng Eng Hen phát biểu tại hội thảo.'
        ),
        [("support", ["SGP"], "Ng Eng Hen"), ("say", ["SGP"], "Ng Eng Hen")],
    ),
    "who is invited and comes": (
        "Tổng Bí thư Nguyễn Phú Trọng mời Tổng thống Nga Vladimir Putin thăm Việt Nam và Tổng thống Putin đã nhận lời.",
        [("propose", ["VNM"], "Nguyễn Phú Trọng"), ("commit", ["RUS"], "Vladimir Putin")],
    ),
    "but he did, whomever he met where": (
        (
            "Ngoại trưởng Nga Sergei Lavrov gặp người đồng cấp Nhật Bản bên lề Diễn đàn Khu vực ASEAN ở Manila nhưng đã "
            "phản đối đề nghị này."
        ),
        [("oppose", ["RUS"], "Sergei Lavrov")],
    ),
    "three states behind one post": (
        "Ngoại trưởng Pháp, Đức, Anh ra tuyên bố chung bày tỏ lo ngại về chương trình tên lửa của Iran.",
        [("concern", ["FRA", "DEU", "GBR"], None)],
    ),
    "he is the one whom the sentence before speaks of, not his guest": (
        (
            "Tại hội đàm với Ngoại trưởng Lào Saleumxay Kommasith, Phó Thủ tướng Phạm Bình Minh cảm ơn Lào. "
            "Ông đề nghị hai bên sớm họp Uỷ ban liên chính phủ."
        ),
        [("support", ["VNM"], "Phạm Bình Minh"), ("propose", ["VNM"], "Phạm Bình Minh")],
    ),
    "he is the one who is quoted, not one of whom he speaks": (
        (
            '"Tổng thống Nga Vladimir Putin đã mời tôi tới Moskva", Thủ tướng Nhật Bản Shinzo Abe nói. '
            "Ông hy vọng sớm ký hiệp ước hoà bình."
        ),
        [("say", ["JPN"], "Shinzo Abe"), ("propose", ["JPN"], "Shinzo Abe")],
    ),
    "he is the one whose words are passed on": (
        (
            "Người phát ngôn chính phủ Campuchia Phay Siphan dẫn lời Thủ tướng Hun Sen nói nước này thiếu vốn. "
            "Ông kêu gọi Trung Quốc giúp đỡ."
        ),
        [("say", ["KHM"], "Hun Sen"), ("propose", ["KHM"], "Hun Sen")],
    ),
    "an official whom a paper quotes, not the one who spoke before": (
        (
            "Người phát ngôn Bộ Ngoại giao Nga Maria Zakharova chỉ trích lệnh trừng phạt. "
            '"Moscow đã lừa chúng tôi", CNN dẫn lời một quan chức Mỹ giấu tên nói.'
        ),
        [("oppose", ["RUS"], "Maria Zakharova"), ("say", ["USA"], None)],
    ),
    "one of somebody's office, not that one": (
        'Nga và Mỹ nhất trí hợp tác. "Hai bên còn chờ", Reuters hôm qua dẫn lời một quan chức văn phòng Tổng thống Hàn Quốc cho biết.',
        [("agree", ["RUS", "USA"], None), ("say", ["KOR"], None)],
    ),
    "the officials of the state behind them": (
        "Nga và Mỹ nhất trí hợp tác. Hãng AFP dẫn lời các quan chức Indonesia cho biết lô hàng chứa rác thải.",
        [("agree", ["RUS", "USA"], None), ("say", ["IDN"], None)],
    ),
    "a ministry whose statement is passed on with a verb": (
        "Nga và Mỹ nhất trí hợp tác. KCNA dẫn tuyên bố của Bộ Ngoại giao Triều Tiên cáo buộc Mỹ vi phạm thoả thuận.",
        [("agree", ["RUS", "USA"], None), ("oppose", ["PRK"], None)],
    ),
    "what is regretted": (
        (
            "Ngoại trưởng Nhật Bản Taro Kono cho rằng quyết định của Hàn Quốc là vô cùng đáng tiếc. "
            '"Quan hệ với Moscow là một trong những điều đáng buồn", ông Kono nói.'
        ),
        [("concern", ["JPN"], "Taro Kono"), ("concern", ["JPN"], "Taro Kono")],
    ),
    "what is not to be regretted": (
        "Ngoại trưởng Nhật Bản Taro Kono cho rằng việc hoãn cuộc họp không đáng lo ngại.",
        [("say", ["JPN"], "Taro Kono")],
    ),
    "what others are like": (
        'Tổng thống Philippines Rodrigo Duterte mô tả Mỹ là một nước "kiêu ngạo".',
        [("oppose", ["PHL"], "Rodrigo Duterte")],
    ),
    "a provocation that is seen, and one that is none": (
        (
            'Bộ Ngoại giao Nga gọi việc Mỹ khám xét lãnh sự quán là "hành động khiêu khích". '
            "Bộ Quốc phòng Mỹ khẳng định cuộc tập trận không phải là hành động khiêu khích."
        ),
        [("oppose", ["RUS"], None), ("say", ["USA"], None)],
    ),
    "an announcement of whom somebody else will meet": (
        (
            "Nhà Trắng cho biết Tổng thống Donald Trump sẽ thăm Nhật Bản vào tháng tới. "
            "Điện Kremlin thông báo Tổng thống Vladimir Putin sẽ giúp Syria."
        ),
        [("say", ["USA"], None), ("commit", ["RUS"], None)],
    ),
    "who will go himself": (
        "Tổng thống Mỹ Donald Trump cho biết ông sẽ thăm Nhật Bản vào tháng tới.",
        [("commit", ["USA"], "Donald Trump")],
    ),
    "who waits and sees": (
        (
            "Mỹ và Triều Tiên hội đàm tại Singapore. "
            'Tổng thống Mỹ Donald Trump nói: "Chúng ta sẽ thấy điều gì xảy ra. Tôi không vội". '
            "Ông Trump nói rằng sẽ thích hợp hơn nếu Nga trở lại nhóm G8."
        ),
        [("say", ["USA"], "Donald Trump"), ("say", ["USA"], "Donald Trump"), ("say", ["USA"], "Donald Trump")],
    ),
    "who holds a door open": (
        "Tổng thống Mỹ Donald Trump để ngỏ khả năng đối thoại với Iran.",
        [("commit", ["USA"], "Donald Trump")],
    ),
    "who is going to call others to account": (
        "Người phát ngôn Bộ Ngoại giao Mỹ Heather Nauert nói vụ việc ở Saudi Arabia khiến những kẻ gây án phải chịu trách nhiệm.",
        [("say", ["USA"], "Heather Nauert")],
    ),
}


@pytest.mark.parametrize("name", sorted(ACTS))
def test_acts(name: str) -> None:
    text, wanted = ACTS[name]
    assert said(text) == wanted


NOBODY = {
    "a stranger's word at the end of a sentence": (
        "Ngoại trưởng Nga Sergei Lavrov thăm Lào. Về riêng tư, ông Lavrov là người vui tính, Lankov nói. Việt Nam và Lào nhất "
        "trí hợp tác."
    ),
    "a declaration that is to come": "Việt Nam và Lào hội đàm. Hai bên sẽ ra tuyên bố chung. Việt Nam và Lào nhất trí hợp tác.",
    "a place at the head of a headline": "Syria: Hội nghị hoà bình mở màn\nViệt Nam và Lào nhất trí hợp tác.",
    "what somebody wants to show": "Ngoại trưởng Nga Sergei Lavrov thăm Lào. Nga muốn chứng tỏ vai trò ở châu Á. Việt Nam và Lào nhất trí hợp tác.",
    "a place that is won": "Ngoại trưởng Nga Sergei Lavrov thăm Lào. Nga nhanh chóng khẳng định vị thế ở châu Á. Việt Nam và Lào nhất trí hợp tác.",
    "questions that are answered": "Thủ tướng Nga Dmitry Medvedev họp báo và trả lời các câu hỏi của phóng viên. Việt Nam và Lào nhất trí hợp tác.",
    "on what occasion it was said": "Ngoại trưởng Nga Sergei Lavrov đưa ra bình luận trên tại Vientiane. Việt Nam và Lào nhất trí hợp tác.",
    "a site": ("Trang web Meari của Triều Tiên cho rằng Mỹ cần đối thoại. Việt Nam và Lào nhất trí hợp tác."),
    "a source that knows two states": (
        "Một nguồn tin am hiểu mối quan hệ Nhật - Triều cho hay hai bên đã gặp nhau. Việt Nam và Lào nhất trí hợp tác."
    ),
    "people of a bloc": (
        "Người dân tại 4 quốc gia thành viên NATO muốn được quân đội Nga bảo vệ. Việt Nam và Lào nhất trí hợp tác."
    ),
    "what many feel in a state": (
        "Phát biểu này khiến nhiều người trong và ngoài nước Mỹ lo lắng. Việt Nam và Lào nhất trí hợp tác."
    ),
    "an adviser of an institute, named behind his title": (
        "Cố vấn cấp cao Mỹ John Bolton tới Hà Nội. Chuyên gia Matthew Goodman, cố vấn cấp cao về châu Á của CSIS, cho rằng "
        "đó là bước tiến. Việt Nam và Lào nhất trí hợp tác."
    ),
    "a request that may be refused": (
        "Bộ trưởng Tư pháp Canada có thể từ chối yêu cầu dẫn độ của Mỹ. Việt Nam và Lào nhất trí hợp tác."
    ),
    "what is to be gained by it": (
        "An ninh chỉ có được bằng cách Mỹ cam kết rút quân. Việt Nam và Lào nhất trí hợp tác."
    ),
    "whom somebody tries to persuade": (
        "Anh tìm mọi cách thuyết phục Pháp chấp thuận kế hoạch. Việt Nam và Lào nhất trí hợp tác."
    ),
    "of what somebody is accused": ("Mỹ trừng phạt Nga vì cáo buộc tấn công mạng. Việt Nam và Lào nhất trí hợp tác."),
    "a return visit": "Bắc Kinh sau đó đáp lễ bằng chuyến thăm Ấn Độ. Việt Nam và Lào nhất trí hợp tác.",
    "a condition for both": ("Nếu cả Anh và Pháp phản đối kế hoạch, nó sẽ thất bại. Việt Nam và Lào nhất trí hợp tác."),
    "a proposal of which something is told": (
        "Hệ thống phòng thủ do Mỹ đề xuất sẽ được đặt ở Ba Lan. Việt Nam và Lào nhất trí hợp tác."
    ),
    "what one may see of a party": "Có thể thấy Nga sẵn sàng nhượng bộ. Việt Nam và Lào nhất trí hợp tác.",
    "a comment told with whose it is": (
        "Trung Quốc không nhắc tới Đài Loan cũng như bình luận tuần trước của Tổng thống Mỹ Donald Trump. Việt Nam và Lào nhất trí hợp tác."
    ),
    "a firm that speaks in a statement": (
        "Việt Nam và Lào nhất trí hợp tác. Ngoại trưởng Việt Nam và Ngoại trưởng Lào hội đàm ở Viêng Chăn. Trong một tuyên "
        "bố, MTS cho biết sẽ mở mạng 5G."
    ),
    "blame in a row": (
        "Tổng thống Brazil Jair Bolsonaro nhận nhiều lời chỉ trích, mỉa mai. Việt Nam và Lào nhất trí hợp tác."
    ),
    "an expert whose institute ends in brackets": (
        "Ông Trần Văn Tài, chuyên gia tại Viện Nghiên cứu chiến lược Nhật Bản (NIDS), nhận định căng thẳng sẽ giảm. "
        "Việt Nam và Lào nhất trí hợp tác."
    ),
    "a company's representative": (
        "Việt Nam và Lào nhất trí hợp tác. Đại diện Công ty JAPFA Việt Nam đánh giá cao môi trường đầu tư."
    ),
    "an observer of many places": (
        'Việt Nam và Lào nhất trí hợp tác.\n"Mỹ sẽ thua trong cuộc chiến này" - một nhà phân tích quốc tế nhận xét với báo.'
    ),
    "an unnamed source": (
        "Việt Nam và Lào nhất trí hợp tác. Ông Putin sẽ thăm Trung Quốc, NHK dẫn các nguồn tin ngoại giao cho hay."
    ),
    "a source in a state": (
        "Việt Nam và Lào nhất trí hợp tác. Báo Chosun Ilbo dẫn nguồn tin không xác định từ Triều Tiên nói ông ấy đã mất chức."
    ),
    "a stranger whom a paper quotes": (
        'Việt Nam và Lào nhất trí hợp tác. "Chúng tôi không rút lui", GMA dẫn lời Abella nói.'
    ),
    "a historian whom a paper quotes": (
        "Việt Nam và Lào nhất trí hợp tác. Báo Phnom Penh Post dẫn lời sử gia Sok Dara của Campuchia cho biết sự việc phức tạp."
    ),
    "a name that is another word too": (
        'Việt Nam và Lào nhất trí hợp tác. "Bắc Kinh mong đợi Mỹ nhượng bộ", Song nhận xét.'
    ),
    "a forecast": "Theo dự báo, Việt Nam sẽ vượt Thái Lan về xuất khẩu gạo. Việt Nam và Lào nhất trí hợp tác.",
    "a stranger's quotation over two sentences": (
        'Việt Nam và Lào nhất trí hợp tác.\n"Ông Kim Jong-un muốn gặp Tổng thống Mỹ Donald Trump để được công nhận.\n'
        'Ông ấy muốn được Mỹ đối xử ngang hàng", Lukyanov nhận định.'
    ),
    "a stranger who goes on in a further quotation": (
        'Việt Nam và Lào nhất trí hợp tác.\n"Mỹ chưa rõ phải làm gì", Lukyanov nhận định.\n'
        '"Triều Tiên cũng muốn Mỹ bãi bỏ trừng phạt trước".'
    ),
    "a deed in return": (
        "Trung Quốc đáp trả bằng cách tăng thuế với hàng hoá Mỹ. Nga tập trận, đáp trả việc NATO đưa quân tới Ba Lan. "
        "Việt Nam và Lào nhất trí hợp tác."
    ),
    "an institute whose name is written small": (
        "Ông Trần Văn Tài thuộc Viện quan hệ quốc tế đương đại Trung Quốc nhận định căng thẳng sẽ giảm. "
        "Việt Nam và Lào nhất trí hợp tác."
    ),
    "scientists": "Các nhà khoa học Nga cảnh báo về băng tan ở Bắc Cực. Việt Nam và Lào nhất trí hợp tác.",
    "observers": "Giới quan sát cho rằng Mỹ phản đối lập trường của Trung Quốc. Việt Nam và Lào nhất trí hợp tác.",
    "an institute with a state's name": (
        "Ông Ngô Văn Tài - giảng viên Đại học Quốc gia Singapore - cho rằng quan hệ sẽ ấm lên. "
        "Việt Nam và Lào nhất trí hợp tác."
    ),
    "according to analysts": (
        "Theo giới phân tích, Mỹ muốn gây sức ép với Trung Quốc. Việt Nam và Lào nhất trí hợp tác."
    ),
    "people of many states": "Người dân bốn nước NATO muốn Nga bảo vệ. Việt Nam và Lào nhất trí hợp tác.",
    "a former general": "Cựu tướng tình báo Nga cảnh báo về chiến tranh với Mỹ. Việt Nam và Lào nhất trí hợp tác.",
    "an expert behind a quotation": (
        '"Bắc Kinh tìm cách thuyết phục ASEAN", Lê Tài, chuyên gia của Singapore, giải thích. '
        "Việt Nam và Lào nhất trí hợp tác."
    ),
    "what parties do with each other": "Mỹ và Hàn Quốc chia sẻ tình báo. Việt Nam và Lào nhất trí hợp tác.",
    "a young man, not a country": (
        "Thủ tướng Anh Theresa May tới Pháp. Anh Nguyễn Văn Nam cho biết mình rất vui. Việt Nam và Lào nhất trí hợp tác."
    ),
    "what is only supposed": "Campuchia được cho là đã phản đối đề nghị của Lào. Việt Nam và Lào nhất trí hợp tác.",
    "what the public expects of parties": (
        "Dư luận cho rằng Mỹ, trong thời gian tới, sẽ nhất trí với Triều Tiên. Việt Nam và Lào nhất trí hợp tác."
    ),
    "a stranger behind a quotation": (
        '"Tổng thống Mỹ Donald Trump giúp Nga gần Trung Quốc hơn", Lukyanov nhận định. Việt Nam và Lào nhất trí hợp tác.'
    ),
    "a credit at the end": (
        "Kim ngạch Việt - Mỹ tăng, thông cáo của Đại sứ quán Mỹ tại Việt Nam cho hay. Việt Nam và Lào nhất trí hợp tác."
    ),
    "a school in brackets": (
        "Hiệu trưởng Đại học St. Gallen (Thuỵ Sĩ) cho rằng châu Âu đổi thay. Việt Nam và Lào nhất trí hợp tác."
    ),
    "a verb made a noun": (
        "Việc Trung Quốc tuyên bố rút đại sứ khiến dư luận bất ngờ. Việt Nam và Lào nhất trí hợp tác."
    ),
    "a condition": "Nếu Triều Tiên bày tỏ mong muốn đối thoại, tập trận có thể dừng. Việt Nam và Lào nhất trí hợp tác.",
    "a conference's name": "Họ gặp nhau tại hội nghị ASEAN vì lo ngại khủng hoảng. Việt Nam và Lào nhất trí hợp tác.",
    "an expert in an apposition": (
        "Ông Adam Trần, chuyên gia về luật biển thời Tổng thống Mỹ Barack Obama, cho biết tình hình sẽ dịu. "
        "Việt Nam và Lào nhất trí hợp tác."
    ),
    "a noun that is a verb elsewhere": (
        "Quan hệ với chính quyền Trump xấu đi sau vụ rò rỉ thông tin nói trên. Việt Nam và Lào nhất trí hợp tác."
    ),
    "a verb made a noun by the word behind it": (
        "Quan hệ Mỹ - Triều chưa tiến triển vì hai nước chưa thực hiện cam kết này. Việt Nam và Lào nhất trí hợp tác."
    ),
    "a question": "Triều Tiên sẽ ngừng đàm phán với Mỹ? Việt Nam và Lào nhất trí hợp tác.",
    "what something shows of a party": (
        "Động thái này cho thấy Bắc Kinh sẵn sàng gây sức ép với Mỹ. Việt Nam và Lào nhất trí hợp tác."
    ),
    "observers behind a word that joins": (
        "Tuy nhiên, theo giới quan sát, Mỹ muốn gây sức ép với Trung Quốc. Việt Nam và Lào nhất trí hợp tác."
    ),
    "what is possible": "Trung Quốc có thể từ chối thảo luận với Mỹ. Việt Nam và Lào nhất trí hợp tác.",
    "a way to answer": "Iran còn nhiều biện pháp đáp trả Mỹ. Việt Nam và Lào nhất trí hợp tác.",
    "an effort": "Hàn Quốc đang nỗ lực nối lại đối thoại với Triều Tiên. Việt Nam và Lào nhất trí hợp tác.",
    "what is shared": "Mỹ và Nhật Bản mở rộng trao đổi thông tin về Triều Tiên. Việt Nam và Lào nhất trí hợp tác.",
    "those who support": "Đây là tin xấu với những người ủng hộ Tổng thống Mỹ. Việt Nam và Lào nhất trí hợp tác.",
    "what two do for each other": (
        "Mỹ và Anh phối hợp chặt chẽ và ủng hộ lẫn nhau tại Liên Hợp Quốc. Việt Nam và Lào nhất trí hợp tác."
    ),
    "a united voice": "Mỹ và Anh cần một tiếng nói thống nhất. Việt Nam và Lào nhất trí hợp tác.",
    "what makes others worry": "Vụ phóng tên lửa khiến Mỹ lo ngại. Việt Nam và Lào nhất trí hợp tác.",
    "what a party will be": "Pháp sẽ là nước đầu tiên của EU tham gia. Việt Nam và Lào nhất trí hợp tác.",
    "a name that something has": (
        "Nhật Bản và Nga tranh chấp quần đảo mà Tokyo gọi là Lãnh thổ phương Bắc. Việt Nam và Lào nhất trí hợp tác."
    ),
    "what is expected": "Trung Quốc không đạt kết quả như kỳ vọng ở Mỹ. Việt Nam và Lào nhất trí hợp tác.",
    "people of a state": "Nhiều người Pháp phản đối Tổng thống Mỹ. Việt Nam và Lào nhất trí hợp tác.",
    "a state as somebody sees it": (
        "Việc xây dựng một ASEAN thống nhất còn nhiều trở ngại. Việt Nam và Lào nhất trí hợp tác."
    ),
    "whether somebody wants it": (
        "Chưa rõ liệu Triều Tiên có thực sự muốn đối thoại với Mỹ hay không. Việt Nam và Lào nhất trí hợp tác."
    ),
    "what is kept": "Triều Tiên sẽ khó giữ cam kết phi hạt nhân hoá với Mỹ. Việt Nam và Lào nhất trí hợp tác.",
    "a thing that somebody wishes": (
        "Dỡ bỏ trừng phạt là điều mà Triều Tiên mong muốn. Việt Nam và Lào nhất trí hợp tác."
    ),
    "an expert named behind a quotation over two sentences": (
        "Ngoại trưởng Lào thăm Việt Nam ngày 1-8-2018. Việt Nam và Lào nhất trí hợp tác.\n"
        '"Triều Tiên sẽ không vội.\n'
        'Tổng thống Mỹ Donald Trump cũng vậy", chuyên gia Lee Sung Min nhận xét.'
    ),
    "what somebody's presence shows": (
        "Việc Thủ tướng Ấn Độ dự lễ thể hiện sự coi trọng Pháp, mong muốn thúc đẩy hợp tác. Việt Nam và Lào nhất trí hợp tác."
    ),
    "a plan to meet": (
        "Tổng thống Nga Vladimir Putin có kế hoạch gặp Thủ tướng Ấn Độ. Việt Nam và Lào nhất trí hợp tác."
    ),
    "funds that were promised": (
        "Lào đứng thứ hai trong các nước nhận ODA của Pháp, với tổng vốn cam kết 2 tỷ USD. Việt Nam và Lào nhất trí hợp tác."
    ),
    "a salute": "Nhật Bản bắn đại bác chào mừng Tổng thống Pháp. Việt Nam và Lào nhất trí hợp tác.",
    "not yet said": (
        "Ngoại trưởng Nga Sergei Lavrov dự kiến sẽ nêu vấn đề này tuần tới. Việt Nam và Lào nhất trí hợp tác."
    ),
}


@pytest.mark.parametrize("name", sorted(NOBODY))
def test_nobody_is_given_words_of_others(name: str) -> None:
    assert said(NOBODY[name]) == [("agree", ["VNM", "LAO"], None)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Hồi tháng 3, Ngoại trưởng Nga Sergei Lavrov nói rằng Moscow sẵn sàng đối thoại với Mỹ.", "2018-03"),
        ("Hôm qua, Ngoại trưởng Nga Sergei Lavrov nói rằng Moscow sẵn sàng đối thoại với Mỹ.", "2018-08-01"),
        (
            (
                "Hôm nay, Ngoại trưởng Nhật Bản Taro Kono hội đàm tại Hà Nội. Ông Kono cho biết 45 năm trước, ngày "
                "21-9-1973, Nhật Bản và Việt Nam thiết lập quan hệ ngoại giao."
            ),
            "2018-08-02",
        ),
        (
            (
                "Hôm nay, Ngoại trưởng Nhật Bản Taro Kono họp báo tại Hà Nội. Theo ông Kono, chuyến thăm Mỹ từ ngày 20-7 "
                "đến 22-7 đã thành công. Ông Kono cảm ơn Việt Nam."
            ),
            "2018-08-02",
        ),
        (
            (
                "Hôm 1-8, hai miền Triều Tiên họp ở Seoul. Triều Tiên cam kết sẽ bỏ lò phản ứng nếu Mỹ theo đúng "
                '"tinh thần" của tuyên bố mà ông Trump ký hôm 16-7.'
            ),
            "2018-08-01",
        ),
        (
            (
                "Hôm 1-8, Mỹ và Nga họp ở Geneva. Phát biểu với báo giới ở Moscow hôm 31-7, Ngoại trưởng Nga Sergei "
                "Lavrov nói Nga sẵn sàng đối thoại."
            ),
            "2018-07-31",
        ),
        (
            (
                "Ngoại trưởng Nga Sergei Lavrov hôm 1-8 thăm Hà Nội. Nhắc lại lễ lập quan hệ ngoại giao (ngày "
                "30-1-1950), ông Lavrov cho biết Nga sẵn sàng hợp tác."
            ),
            "2018-08-01",
        ),
        ("Đến ngày 9-8, Ngoại trưởng Nga Sergei Lavrov nói rằng Moscow sẵn sàng đối thoại với Mỹ.", None),
        (
            '"Nga sẵn sàng đối thoại với Mỹ", Ngoại trưởng Sergei Lavrov nói với báo chí ở Moscow hôm 31-7.',
            "2018-07-31",
        ),
        (
            "Hai máy bay Nga hôm 23-7 bị máy bay Mỹ ngăn chặn ở Syria, Bộ Quốc phòng Nga hôm 31-7 cho biết.",
            "2018-07-31",
        ),
        (
            '"Mỹ đã cam kết rút quân", Ngoại trưởng Nga Sergei Lavrov hôm 31-7 phát biểu trước báo giới ở Moscow.',
            "2018-07-31",
        ),
        (
            (
                "Ngoại trưởng Nga Sergei Lavrov hôm 31-7 thăm Lào. Hai máy bay ném bom Mỹ đã bay vào không phận Nga trong "
                "đêm 23-7, ông Lavrov cho biết."
            ),
            "2018-07-31",
        ),
        (
            "Bộ Ngoại giao Nga hôm 31-7 phản đối lệnh cấm vận của Mỹ. Bộ này cũng nói rằng Moscow sẵn sàng đối thoại.",
            "2018-07-31",
        ),
        (
            '"Đàm phán bắt đầu từ ngày 20-7 tại Moscow", Reuters hôm 31-7 dẫn lời Ngoại trưởng Nga Sergei Lavrov nói.',
            "2018-07-31",
        ),
    ],
)
def test_the_day_of_saying(text: str, day: str | None) -> None:
    assert {s.date for s in statements(text)} == {day}


def test_the_day_of_an_old_photograph_is_not_that_of_the_report() -> None:
    text = (
        "Việt Nam, Lào nhất trí hợp tác. Thủ tướng Việt Nam Nguyễn Xuân Phúc gặp Thủ tướng Lào Thongloun Sisoulith ngày "
        "3/5. Trong cuộc điện đàm hôm qua, hai Thủ tướng nhất trí mở thêm cửa khẩu."
    )
    assert {s.date for s in statements(text)} == {"2018-08-01"}


ABE = "Thủ tướng Nhật Bản Shinzo Abe"
CAPTION = f"{ABE} họp báo ở Osaka hôm 29/6."
UNPUBLISHED: dict[str, tuple[str, set[str | None]]] = {
    "a caption that is run again at the end may be years old": (
        (
            f"Nhật Bản muốn gặp Triều Tiên\n{ABE} nói Nhật Bản sẵn sàng đối thoại với Triều Tiên.\n{CAPTION}\n"
            f"Ông Abe khẳng định Nhật Bản ủng hộ Hàn Quốc.\n{CAPTION}"
        ),
        {None},
    ),
    "a caption whose day the text has too": (
        (
            f"Nhật Bản muốn gặp Triều Tiên\n{ABE} nói Nhật Bản sẵn sàng đối thoại với Triều Tiên.\n{CAPTION}\n"
            f"Ông Abe hôm 29/6 khẳng định Nhật Bản ủng hộ Hàn Quốc.\n{CAPTION}"
        ),
        {"XXXX-06-29"},
    ),
    "a ruling of another day is not what was said today": (
        (
            "Ngoại trưởng Philippines Perfecto Yasay hôm nay bác bỏ đề nghị của Trung Quốc. Toà Trọng tài ra phán quyết hôm "
            "12/7. Philippines kêu gọi Trung Quốc kiềm chế."
        ),
        {None},
    ),
    "on one day of a journey, nobody knows on which": (
        f"{ABE} thăm Iran từ ngày 12 đến 14/6. Ông Abe khẳng định Nhật Bản ủng hộ đối thoại với Iran.",
        {None},
    ),
    "who only speaks of a meeting of others": (
        (
            f"Việt Nam chúc mừng {ABE} và Tổng thống Mỹ Donald Trump hội đàm thành công ở Osaka ngày 28/6. Bộ Ngoại giao "
            "Việt Nam đánh giá cao quan hệ Mỹ - Nhật Bản."
        ),
        {None},
    ),
    "a day on which somebody will do something": (
        f"{ABE} ngày 28/6 sẽ tới Osaka gặp Tổng thống Mỹ Donald Trump. Ông Abe muốn Mỹ đối thoại với Iran.",
        {None},
    ),
    "a meeting that lies ahead dates no words": (
        f"{ABE} sẽ gặp Tổng thống Mỹ Donald Trump bên lề hội nghị G20 hôm 28/6. Ông Abe muốn Mỹ đối thoại với Iran.",
        {None},
    ),
    "what is planned is not the day of the words": (
        f"{ABE} khẳng định Nhật Bản ủng hộ cuộc gặp thượng đỉnh Mỹ - Triều, dự kiến diễn ra ngày 12/6 tại Singapore.",
        {None},
    ),
    "today, and the same talks with their day": (
        (
            "Chủ tịch Trung Quốc Tập Cận Bình và Tổng thống Mỹ Donald Trump hôm nay điện đàm. Trong cuộc điện đàm ngày 16/1, "
            "ông Tập cảm ơn Mỹ."
        ),
        {"XXXX-01-16"},
    ),
    "today, and those who meet on the picture": (
        (
            "Trung Quốc cảm ơn Mỹ\nÔng Tập cảm ơn Mỹ.\n"
            "Chủ tịch Trung Quốc Tập Cận Bình bắt tay Tổng thống Mỹ Donald Trump ở Bắc Kinh ngày 9/11.\n"
            "Chủ tịch Trung Quốc Tập Cận Bình hôm nay hội đàm với Tổng thống Mỹ Donald Trump.\n"
            "Chủ tịch Trung Quốc Tập Cận Bình bắt tay Tổng thống Mỹ Donald Trump ở Bắc Kinh ngày 9/11."
        ),
        {"XXXX-11-09"},
    ),
    "today in brackets": (
        "Sáng nay (27-4), Tổng thống Hàn Quốc Moon Jae-in cảm ơn Triều Tiên. Ông Moon kêu gọi Triều Tiên đối thoại.",
        {"XXXX-04-27"},
    ),
    "what went before the occasion is not of its day": (
        (f"{ABE} hôm 5/8 cảm ơn Iran. Chuyến thăm diễn ra sau khi Mỹ cáo buộc Iran vi phạm thoả thuận."),
        {"XXXX-08-05", None},
    ),
    "nobody knows which day yesterday was, and what is planned is not it": (
        (
            f"{ABE} sẽ thăm Mỹ, bắt đầu từ hôm 26/5, Bộ Ngoại giao Nhật Bản hôm qua cho biết. "
            "Ông Abe khẳng định Nhật Bản ủng hộ Mỹ."
        ),
        {None},
    ),
    "today within a quotation": (
        f'{ABE} hôm 5/8 tới Tehran. "Hôm nay, Nhật Bản ủng hộ đối thoại với Iran", ông Abe nói.',
        {"XXXX-08-05"},
    ),
}


@pytest.mark.parametrize("name", UNPUBLISHED)
def test_the_day_where_that_of_publication_is_not_known(name: str) -> None:
    """A wrong day is worse than none."""
    text, days = UNPUBLISHED[name]
    reading = banggiao.read_text(text, id="story")
    assert {record.date for record in reading.records if isinstance(record, Statement)} == days


PUTIN = "Tổng thống Nga Vladimir Putin"
WEATHER = "Trời mưa. Trời tạnh. Trời lại mưa. Trời lại tạnh. Trời nắng. "
WHEN: dict[str, tuple[str, list[tuple[str | None, str | None]]]] = {
    "a day of the main clause": (
        f"{PUTIN} hôm 1-8 đã hội đàm với Lào, hai tuần sau khi Ngoại trưởng Mỹ Mike Pompeo chỉ trích Nga.",
        [("Mike Pompeo", None)],
    ),
    "a meeting told with its day goes on": (
        (
            f"{PUTIN} hôm 1-8 cảm ơn Ấn Độ. Trước đó, hôm 30-7, ông Putin hội đàm với {ABE} tại Moscow. "
            "Ông Abe khẳng định Nhật Bản ủng hộ Nga. Ông Putin đề nghị Nhật Bản đầu tư."
        ),
        [("Vladimir Putin", "2018-08-01"), ("Shinzo Abe", "2018-07-30"), ("Vladimir Putin", "2018-07-30")],
    ),
    "both sides of a meeting told with its day": (
        (
            f"Ngoại trưởng Mỹ Mike Pompeo hôm 1-8 chỉ trích Iran. Hôm 30-7, {PUTIN} gặp {ABE} tại Moscow. "
            "Hai bên nhất trí tăng cường hợp tác."
        ),
        [("Mike Pompeo", "2018-08-01"), (None, "2018-07-30")],
    ),
    "who speaks elsewhere is not at the meeting told before": (
        (
            f"Ngoại trưởng Mỹ Mike Pompeo hôm 1-8 chỉ trích Iran. {WEATHER}Hôm 30-7, {PUTIN} hội đàm với {ABE}. "
            "Trong chuyến thăm Ấn Độ, ông Putin khẳng định Nga ủng hộ Syria."
        ),
        [("Mike Pompeo", "2018-08-01"), ("Vladimir Putin", None)],
    ),
    "who was not at the meeting of the day": (
        (
            f"Hôm 1-8, {PUTIN} hội đàm với {ABE}. Ông Putin cảm ơn Nhật Bản. {WEATHER}Bộ trưởng Quốc phòng Nga Sergei "
            "Shoigu chỉ trích Mỹ."
        ),
        [("Vladimir Putin", "2018-08-01"), ("Sergei Shoigu", None)],
    ),
    "a headline has the day on which it is said below": (
        f"Nga chỉ trích Mỹ\nNgoại trưởng Mỹ Mike Pompeo hôm 1-8 cảm ơn {ABE}. Hôm 30-7, Bộ Ngoại giao Nga chỉ trích Mỹ.",
        [(None, "2018-07-30"), ("Mike Pompeo", "2018-08-01"), (None, "2018-07-30")],
    ),
    "last month": (
        f"{PUTIN} hôm 1-8 cảm ơn Mỹ. Tháng trước, ông Putin chỉ trích NATO.",
        [("Vladimir Putin", "2018-08-01"), ("Vladimir Putin", "2018-07")],
    ),
    "last month, in the press's longer words": (
        f"{PUTIN} hôm 1-8 cảm ơn Mỹ. Hồi tháng trước, ông Putin chỉ trích NATO.",
        [("Vladimir Putin", "2018-08-01"), ("Vladimir Putin", "2018-07")],
    ),
    "of what somebody says that another has said": (
        f"{PUTIN} hôm 1-8 khẳng định {ABE} đã cam kết đầu tư vào Nga.",
        [("Vladimir Putin", "2018-08-01"), ("Shinzo Abe", None)],
    ),
    "of what somebody says of another in a quotation": (
        (
            "Tổng thống Mỹ Donald Trump sắp thăm Nhật Bản. "
            '"Tổng thống đã cam kết thăm Nhật Bản", Ngoại trưởng Mỹ Rex Tillerson nói hôm 30-7.'
        ),
        [("Donald Trump", None), ("Rex Tillerson", "2018-07-30")],
    ),
    "a day before the name and the post of who says it": (
        (
            f"{PUTIN} hôm 31-7 cảm ơn Nhật Bản. Hai nhà lãnh đạo Nga và Nhật Bản sẽ họp ở Vladivostok ngày 1-8, Dmitry "
            "Peskov, người phát ngôn Điện Kremlin, cho biết."
        ),
        [("Vladimir Putin", "2018-07-31"), ("Dmitry Peskov", "2018-07-31")],
    ),
    "the day of what had happened before": (
        f"{PUTIN} hôm 1-8 cảm ơn Mỹ. Sau khi Iran hôm 30-7 bắn rơi một máy bay, ông Putin khẳng định Nga sẽ đáp trả.",
        [("Vladimir Putin", "2018-08-01"), ("Vladimir Putin", "2018-08-01")],
    ),
    "the day behind its own subject": (
        (
            "Ngoại trưởng Mỹ Mike Pompeo hôm 1-8 chỉ trích Nga. Phát biểu của ông Pompeo được đưa ra sau khi "
            f"{PUTIN} hôm 30-7 nói rằng Nga sẵn sàng đối thoại."
        ),
        [("Mike Pompeo", "2018-08-01"), ("Vladimir Putin", "2018-07-30")],
    ),
    "a year in which something was said is not carried far": (
        f"{PUTIN} hôm 1-8 thăm Nhật Bản. Hồi năm 2014, ông Putin chỉ trích Mỹ. {WEATHER}Ông Putin cảm ơn Nhật Bản.",
        [("Vladimir Putin", "2014"), ("Vladimir Putin", "2018-08-01")],
    ),
    "before a visit": (
        f"{PUTIN} hôm 1-8 thăm Nhật Bản. Trước chuyến thăm, ông Putin khẳng định Nga ủng hộ đối thoại.",
        [("Vladimir Putin", None)],
    ),
    "a day within a quotation": (
        f'{PUTIN} hôm 1-8 thăm Nhật Bản. "Từ ngày 20-7 đến nay, Nga luôn ủng hộ đối thoại", ông Putin nói.',
        [("Vladimir Putin", "2018-08-01")],
    ),
    "the month between the speaker and the verb": (
        f"{PUTIN} hôm 1-8 thăm Lào. Điện Kremlin tháng trước cho biết Nga ủng hộ Syria.",
        [(None, "2018-07")],
    ),
    "the month behind small words": (
        (
            f"{PUTIN} hôm 1-8 thăm Nhật Bản. Trước đó, vào tháng 6/2018, ông Putin cảm ơn Lào. Vào năm 2020, {ABE} cho biết, "
            "Nhật Bản đăng cai Olympic."
        ),
        [("Vladimir Putin", "2018-06"), ("Shinzo Abe", "2018-08-01")],
    ),
    "the day of somebody else's words": (
        f"{PUTIN} hôm 1-8 thăm Nhật Bản. Ông Putin chỉ trích tuyên bố ngày 30-7 của Mỹ.",
        [("Vladimir Putin", "2018-08-01")],
    ),
    "the same day, with an old event between": (
        (
            f"{PUTIN} hôm 31-7 cảm ơn Nhật Bản, nước lập quan hệ với Liên Xô ngày 19/10/1956. Cùng ngày, {ABE} khẳng định "
            "Nhật Bản ủng hộ Nga."
        ),
        [("Vladimir Putin", "2018-07-31"), ("Shinzo Abe", "2018-07-31")],
    ),
}


@pytest.mark.parametrize("name", WHEN)
def test_when_it_was_said(name: str) -> None:
    """Each statement with its speaker has the day of its own occasion, or none."""
    text, expected = WHEN[name]
    assert [(s.speaker, s.date) for s in statements(text)] == expected


def test_today_is_not_the_day_that_only_gave_the_year() -> None:
    """The year of a numbered session fixes that of its day, not on which day the page was published."""
    text = (
        "Hội nghị Cấp cao APEC lần thứ 26 diễn ra từ ngày 17/11 tại Papua New Guinea. Ngoại trưởng Trung Quốc Vương Nghị "
        "hôm qua chỉ trích Mỹ. Phó Tổng thống Mỹ Mike Pence hôm 18/11 chỉ trích Trung Quốc."
    )
    reading = banggiao.read_text(text, id="story")
    days = {r.speaker: r.date for r in reading.records if isinstance(r, Statement)}
    assert reading.published_basis == "derived"
    assert days == {"Vương Nghị": None, "Mike Pence": "2018-11-18"}


def test_the_day_at_the_end_of_a_quotation_is_that_of_all_of_it() -> None:
    text = '"Nga muốn hợp tác với Nhật Bản. Chúng tôi sẵn sàng đối thoại với Tokyo", Tổng thống Nga Vladimir Putin nói hôm 30-7.'
    assert {(s.speaker, s.date) for s in statements(text)} == {("Vladimir Putin", "2018-07-30")}


TOPICS = {
    "tự do hàng hải và hàng không": ["maritime"],
    "tự do hàng hải, hàng không": ["maritime"],
    "đường bay hàng không": ["connectivity"],
    "môi trường hoà bình": [],
    "môi trường đầu tư": ["investment"],
    "bảo vệ môi trường": ["climate"],
    "môi trường, du lịch": ["climate", "tourism"],
    "hệ thống tên lửa phòng không": ["defence"],
    "bãi thử tên lửa": ["nuclear"],
}


@pytest.mark.parametrize("words", TOPICS)
def test_what_a_statement_is_about(words: str) -> None:
    """The words beside one of a topic may give it another sense."""
    (found,) = statements(f"Việt Nam và Pháp nhất trí bàn về {words}.")
    assert found.topics == TOPICS[words]


def test_what_was_said_years_ago_is_not_of_the_day_of_the_report() -> None:
    text = (
        "Hôm nay, Ngoại trưởng Nga Sergei Lavrov hội đàm với Ngoại trưởng Nhật Bản Taro Kono tại Moscow. "
        "Trong cuộc gặp vào tháng 9/2013, hai bên đã nhất trí đối thoại."
    )
    assert [(s.act, s.date) for s in statements(text)] == [("agree", None)]


def test_what_was_said_often_before_has_no_day() -> None:
    text = (
        "Hôm nay, Ngoại trưởng Nhật Bản Taro Kono hội đàm với Ngoại trưởng Trung Quốc Vương Nghị tại Bắc Kinh. "
        "Hàn Quốc nhiều lần chỉ trích Trung Quốc về vấn đề này."
    )
    assert [(s.parties, s.date) for s in statements(text)] == [(["KOR"], None)]


def test_who_is_first_heard_far_down_spoke_on_the_day_only_if_he_took_part() -> None:
    head = "Sáng 1-8 tại Hà Nội, Ngoại trưởng Nhật Bản Taro Kono hội đàm với Phó Thủ tướng Việt Nam Phạm Bình Minh. "
    filler = "Hai bên trao đổi về thương mại. Hai bên bàn về giao thông. Hai bên bàn về du lịch. Trời mưa. Trời tạnh. "
    tail = "Phó Thủ tướng Phạm Bình Minh đánh giá cao quan hệ hai nước. Chính phủ Pháp hoan nghênh quan hệ Nhật - Việt."
    days = {tuple(s.parties): s.date for s in statements(head + filler + tail) if s.act == "support"}
    assert days == {("VNM",): "2018-08-01", ("FRA",): None}


MET_WITH: dict[str, list[tuple[Any, ...]]] = {
    "Kế hoạch khai thác khí đốt của Nga đã vấp phải sự chỉ trích gay gắt từ phía Ba Lan.": [("oppose", ["POL"], None)],
    "Bắc Kinh hứng chịu nhiều chỉ trích của Nhật Bản vì quân sự hoá đảo đá.": [("oppose", ["JPN"], None)],
    "Động thái của Ấn Độ gặp phải sự phản đối của các nước láng giềng, trong đó có Nepal.": [("oppose", ["NPL"], None)],
    "Phát biểu này của Thái Lan vấp phải chỉ trích của Thủ tướng Campuchia Hun Sen.": [("oppose", ["KHM"], "Hun Sen")],
    "Kế hoạch này của Nga có thể vấp phải sự phản đối của Ba Lan.": [],
    "Cải cách lương hưu của Nga vấp phải sự phản đối của người dân, theo một báo Ba Lan.": [],
    "Bộ trưởng Áo hứng chỉ trích vì mời Tổng thống Nga dự lễ.": [],
}


@pytest.mark.parametrize("text", MET_WITH)
def test_who_utters_the_blame_that_something_meets_with_opposes(text: str) -> None:
    assert said(text) == MET_WITH[text]


HIDING = {
    "refused",
    "compound",
    "according-to",
    "attend",
    "instrument",
    "instrument-head",
    "invited-by",
    "non-speaker",
    "occasion",
}
"""Classes whose forms may begin with a verb of saying and hide it on purpose: nobody says anything there."""


def test_no_longer_form_hides_a_verb_of_saying() -> None:
    """The longest form wins: "nhất trí về", as a stage of agreements alone, once made "nhất trí" no verb."""
    forms = load().forms
    verbs = {form for form, meanings in forms.items() if any(entry.cls == "act" for entry in meanings)}
    hidden = []
    for form, meanings in forms.items():
        words = form.split()
        begins = any(" ".join(words[:count]) in verbs for count in range(1, len(words)))
        if begins and form not in verbs and not HIDING & {entry.cls for entry in meanings}:
            hidden.append(form)
    assert sorted(hidden) == ["đáp xuống"]  # to land, which is no answer
