"""The "Schools" menu: people, and who is appointed where. Appointing is the coordinator's, never the school's."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from core.clock import day_and_year_in_words
from core.panels import group, row
from core.spoken import spoken_choices, spoken_name
from schools.appointing import appointment_ended
from schools.calendar import today
from schools.models import Appointment, Person, SchoolPage
from schools.querysets import SOON, AppointmentQuerySet


class PersonForm(WagtailAdminModelForm):
    languages = forms.MultipleChoiceField(
        label=_("Languages spoken"), choices=spoken_choices, required=False, widget=forms.CheckboxSelectMultiple
    )


def school_choices() -> QuerySet[SchoolPage]:
    return SchoolPage.objects.facts().order_by("title")


class AppointmentForm(WagtailAdminModelForm):
    school = forms.ModelChoiceField(label=_("School"), queryset=SchoolPage.objects.none())

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if "school" in self.fields:
            self.fields["school"].queryset = school_choices()

    def save(self, commit: bool = True) -> Any:
        appointment = super().save(commit)
        if commit and "ends_on" in self.changed_data and appointment.ends_on is not None:
            appointment_ended.send(sender=Appointment, appointment=appointment)
        return appointment


class PersonFilterSet(WagtailFilterSet):
    school = django_filters.ModelChoiceFilter(
        label=_("School"), queryset=lambda _request: school_choices(), field_name="appointments__school", distinct=True
    )

    photo = django_filters.ChoiceFilter(
        label=_("Photo"),
        choices=[
            ("lasts", _("agreement lasts")),
            ("ending", _("agreement ends within 60 days")),
            ("over", _("agreement is over")),
        ],
        method="by_agreement",
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )

    class Meta:
        model = Person
        fields = ["school"]

    def by_agreement(self, people: QuerySet, _name: str, value: str) -> QuerySet:
        shown, day = people.exclude(photo=None), today()
        if value == "over":
            return shown.filter(photo_consent_until__lt=day)
        lasting = shown.filter(photo_consent_until__gte=day)
        return lasting.filter(photo_consent_until__lte=day + SOON) if value == "ending" else lasting


class AppointmentFilterSet(WagtailFilterSet):
    term = django_filters.ChoiceFilter(
        label=pgettext_lazy("filter", "Term"),
        choices=[("now", _("now")), ("ending", _("ends within 60 days")), ("over", _("over"))],
        method="narrow",
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )
    school = django_filters.ModelChoiceFilter(label=_("School"), queryset=lambda _request: school_choices())

    class Meta:
        model = Appointment
        fields = ["role", "school"]

    def narrow(self, appointments: AppointmentQuerySet, _name: str, value: str) -> AppointmentQuerySet:
        return appointments.in_term(value, today())


def spoken(person: Person) -> str:
    return ", ".join(map(spoken_name, person.languages))


def agreement(person: Person) -> str:
    """What there is to know of the photo: nothing without one."""
    if person.photo_id is None or person.photo_consent_until is None:
        return ""
    day = day_and_year_in_words(person.photo_consent_until)
    return gettext("ended %(day)s: not shown") % {"day": day} if person.photo_consent_until < today() else day


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    list_display = [
        "name",
        Column("spoken", label=_("Languages"), accessor=spoken),
        "phone",
        Column(
            "photo_consent_until", label=_("Photo agreed until"), accessor=agreement, sort_key="photo_consent_until"
        ),
    ]
    search_fields = ["name", "email"]
    search_backend_name = None
    filterset_class = PersonFilterSet
    list_export = ["name", "phone", "text_phone", "email", "photo", "photo_consent_on", "photo_consent_until"]
    export_filename = "people"
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("account"),
            FieldPanel("languages"),
            group(_("How to reach this person"), row("phone", "text_phone"), "email"),
            FieldPanel("about"),
            group(
                _("Photo"),
                "photo",
                row("photo_consent_on", "photo_consent_until"),
                help_text=_("The photo disappears from the site by itself when the agreement ends."),
            ),
        ],
        base_form_class=PersonForm,
    )


class AppointmentCreateView(CreateView):
    def save_instance(self) -> Any:
        self.form.instance.appointed_by = self.request.user
        return super().save_instance()


class AppointmentViewSet(SnippetViewSet):
    model = Appointment
    icon = "group"
    add_view_class = AppointmentCreateView
    list_display = ["person", "role", "school", "starts_on", "ends_on"]
    list_filter = None
    filterset_class = AppointmentFilterSet
    list_export = ["person", "role", "school", "starts_on", "ends_on", "ending"]
    export_filename = "appointments"
    edit_handler = ObjectList(
        [
            FieldPanel("person"),
            row("role", "school"),
            row("starts_on", "ends_on"),
            FieldPanel("ending"),
            InlinePanel(
                "presences",
                [row("weekday", "opens_at", "closes_at"), FieldPanel("where")],
                heading=_("When and where families can find this person"),
                label=_("time"),
            ),
        ],
        base_form_class=AppointmentForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return Appointment.objects.select_related("person", "school")


class SchoolsGroup(SnippetViewSetGroup):
    items = (PersonViewSet, AppointmentViewSet)
    menu_label = _("Schools")
    menu_icon = "home"
    menu_order = 210
