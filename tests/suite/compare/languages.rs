//! Levels in languages other than English: which line corresponds to which.

use rungs::compare::compare;

use crate::support::compared::{A, B, flat, ladder};

/// Checks which lines of the left (from 1, the title aside) correspond to which of the right.
#[track_caller]
fn check(left: &str, right: &str, want: &[(usize, usize)]) {
    let ladder = ladder(&[("One", left), ("Two", right)], &[]);
    let comparison = compare(&ladder, A, B);
    let text = |text: &str, line: usize| text.lines().nth(line - 1).unwrap_or_default().to_owned();
    let topics = flat(&comparison.topics);
    let sections = topics.iter().filter_map(|it| it.left.as_ref().zip(it.right.as_ref()));
    let pairs = topics.iter().flat_map(|topic| &topic.pairs);
    let items = pairs.filter_map(|it| Some((&it.left.as_ref()?.spot, &it.right.as_ref()?.spot)));
    let mut got: Vec<(usize, usize)> =
        sections.chain(items).map(|(a, b)| (a.line - 1, b.line - 1)).collect();
    got.sort_unstable();
    let said = |pairs: &[(usize, usize)]| {
        let said = pairs.iter().map(|(i, j)| format!("{} | {}\n", text(left, *i), text(right, *j)));
        said.collect::<String>()
    };
    assert_eq!(got, want, "\ngot:\n{}\nwant:\n{}", said(&got), said(want));
}

#[test]
fn korean_levels_align() {
    check(
        "## 역할과 책임
- 한 팀의 로드맵을 제품 관리자와 함께 세운다
- 신입 엔지니어의 채용 면접을 진행한다
- 장애가 나면 원인을 찾아 팀에 공유한다
- 주간 회의록을 정리한다
## 기술
- 담당 서비스의 설계를 문서로 남긴다
- 코드 리뷰로 품질 기준을 지킨다
## 성장
- 분기마다 관리자와 목표를 정한다",
        "## 책임과 역할
- 장애의 근본 원인을 없애고 조직 전체에 공유한다
- 여러 팀의 로드맵을 제품 조직과 함께 조율한다
- 시니어 엔지니어의 채용 면접을 설계하고 진행한다
- 예산을 경영진에게 설명한다
## 기술
- 여러 서비스에 걸친 설계를 문서로 남기고 승인한다
- 코드 리뷰의 품질 기준을 만든다
## 성장
- 팀장들과 분기 목표를 정한다",
        &[(1, 1), (2, 3), (3, 4), (4, 2), (6, 6), (7, 7), (8, 8), (9, 9), (10, 10)],
    );
}

#[test]
fn arabic_levels_align() {
    check(
        "## النطاق
- **الفريق**: فريق واحد من خمسة مهندسين
- يضع خطة الفريق الفصلية مع مدير المنتج
- يراجع الشيفرة ويحافظ على جودتها
- يرسم مخططات الغرفة
## التوظيف
- يجري مقابلات المهندسين الجدد
- يرحب بالمنضمين في أسبوعهم الأول",
        "## النطاق
- يحدد معايير جودة الشيفرة ومراجعتها
- **الفريق**: عدة فرق بقيادة مدرائها
- ينسق الخطط الفصلية للفرق مع مدراء المنتج
- يفاوض الموردين
## التوظيف
- يصمم مقابلات المهندسين ويدرب من يجريها
- يعتمد عروض العمل",
        &[(1, 1), (2, 3), (3, 4), (4, 2), (6, 6), (7, 7)],
    );
}

#[test]
fn portuguese_levels_align() {
    check(
        "## Âmbito e impacto
- Entrega funcionalidades de tamanho médio com pouca supervisão
- Corrige defeitos do serviço da equipe
- Participa do plantão da equipe
## Colaboração
- Explica decisões técnicas a colegas de produto
- Revisa o código dos colegas com respeito
- Organiza o almoço de sexta-feira
## Experiência típica
Dois a quatro anos de desenvolvimento.",
        "## Impacto e âmbito
- Evita defeitos nos serviços de várias equipes
- Conduz a entrega de funcionalidades grandes sem supervisão
- Organiza o plantão de várias equipes
## Experiência típica
Seis anos ou mais de desenvolvimento.
## Colaboração
- Define como a equipe revisa código
- Negocia prazos com clientes
- Explica decisões técnicas à diretoria e ao produto",
        &[(1, 1), (2, 3), (3, 2), (4, 4), (5, 7), (6, 10), (7, 8), (9, 5), (10, 6)],
    );
}

#[test]
fn german_and_french_levels_align() {
    check(
        "## Verantwortung
- Plant die Arbeit des eigenen Teams für ein Quartal
- Führt Gespräche mit Bewerbern zur Einstellung
- Gießt die Blumen
## Wirkung
- Verbessert die Zuverlässigkeit des eigenen Dienstes",
        "## Verantwortung
- Führt Gespräche zur Einstellung von Teamleitern
- Plant mit den Teams die Arbeit des nächsten Jahres
- Verhandelt mit Lieferanten
## Wirkung
- Verantwortet die Zuverlässigkeit aller Dienste",
        &[(1, 1), (2, 3), (3, 2), (5, 5), (6, 6)],
    );
    check(
        "## Périmètre
- Anime les rituels de son équipe
- Recrute les développeurs juniors
- Arrose les plantes
## Technique
- Conçoit les services de son équipe",
        "## Périmètre
- Recrute et forme les développeurs confirmés
- Anime les rituels de plusieurs équipes
- Négocie les contrats
## Technique
- Valide la conception des services critiques",
        &[(1, 1), (2, 3), (3, 2), (5, 5), (6, 6)],
    );
}

#[test]
fn chinese_and_japanese_levels_align() {
    check(
        "## 职责\n- 制定本团队的季度计划\n- 面试初级工程师\n- 整理会议记录\n## 技术\n- 编写服务的设计文档",
        "## 职责\n- 面试高级工程师并培训面试官\n- 协调多个团队的季度计划\n- 管理供应商\n## 技术\n- 审批关键服务的设计文档",
        &[(1, 1), (2, 3), (3, 2), (5, 5), (6, 6)],
    );
    check(
        "## 役割\n- チームの四半期計画を立てる\n- 新人エンジニアの面接を行う\n- 植物に水をやる\n## 技術\n- 担当サービスの設計書を書く",
        "## 役割\n- シニアエンジニアの面接を設計する\n- 複数チームの四半期計画を調整する\n- 契約を交渉する\n## 技術\n- 重要なサービスの設計書を承認する",
        &[(1, 1), (2, 3), (3, 2), (5, 5), (6, 6)],
    );
}
