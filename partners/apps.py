from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnersConfig(AppConfig):
    name = "partners"
    verbose_name = _("Partners")

    def ready(self) -> None:
        from core.accounts.doors import register_door
        from core.timed import register_step
        from partners import asking, at_once, papers, retention, rights, telling_partners
        from partners.deciding import decided
        from partners.desk import drafts
        from partners.quality import links
        from schools.pairs.privacy import register_private_audience

        register_door("partner_desk", _("Your listings"), rights.is_partner, order=30)
        decided.connect(telling_partners.when_decided, dispatch_uid="partners.tell")
        decided.connect(papers.when_decided, dispatch_uid="partners.papers")
        register_private_audience("partners", papers.may_see)
        register_step("forget papers of partners that nobody accepted", papers.forget_papers)
        register_step("end what partners said for some days", at_once.end_what_is_over)
        register_step("ask partners whether their listings are true", asking.ask_all)
        register_step("try the links and mail domains of listings", links.check_links)
        register_step("forget drafts of partners", drafts.forget_old_drafts)
        register_step("forget who told us something", retention.purge)
